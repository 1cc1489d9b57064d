/**
 * The text of a file that a spreadsheet saved: UTF-16 where its mark says so ("Unicode text"), or where it begins with a Latin letter
 * and no mark; else UTF-8. Bytes that are neither leave U+FFFD behind: an older encoding cannot be told from another, and a wrong
 * guess changes names.
 */
export const fileText = (bytes: Uint8Array): string => {
  const [first = 1, second = 1] = bytes
  if ((first === 0xff && second === 0xfe) || (first > 0 && second === 0))
    return new TextDecoder('utf-16le').decode(bytes)
  if ((first === 0xfe && second === 0xff) || (first === 0 && second > 0))
    return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder().decode(bytes)
}

/** Characters were lost: the file is of another encoding. */
export const hasLostCharacters = (text: string): boolean => text.includes('\ufffd')

/** How a workbook begins when it is read as text: a ZIP archive (XLSX, ODS), or the older container of XLS, `D0CF11E0A1B11AE1`. */
const WORKBOOKS = ['PK\u0003\u0004', '\ufffd\ufffd\u0011\u0871\u001a']

export const isWorkbook = (text: string): boolean => WORKBOOKS.some((beginning) => text.startsWith(beginning))
