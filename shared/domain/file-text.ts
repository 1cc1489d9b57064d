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

/** How an XLS file begins (OLE 2: d0 cf 11 e0 a1 b1 1a e1), read as UTF-8. */
const XLS = '\ufffd\ufffd\u0011\u0871\u001a\ufffd'

/** A workbook is no text: XLSX and ODS files are ZIP archives, older XLS files are of a format of their own. */
export const isWorkbook = (text: string): boolean => text.startsWith('PK\u0003\u0004') || text.startsWith(XLS)
