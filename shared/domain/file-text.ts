/**
 * The text of a file that a spreadsheet saved: UTF-16 where its mark says so ("Unicode text"), else UTF-8. Bytes that are neither
 * leave U+FFFD behind: an older encoding cannot be told from another, and a wrong guess changes names.
 */
export const fileText = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder().decode(bytes)
}

/** Characters were lost: the file is of another encoding. */
export const hasLostCharacters = (text: string): boolean => text.includes('\ufffd')

/** How a workbook begins when it is read as text: a ZIP archive (XLSX, ODS), or the older container of XLS, `D0CF11E0A1B11AE1`. */
const WORKBOOKS = ['PK\u0003\u0004', '\ufffd\ufffd\u0011\u0871\u001a']

export const isWorkbook = (text: string): boolean => WORKBOOKS.some((beginning) => text.startsWith(beginning))
