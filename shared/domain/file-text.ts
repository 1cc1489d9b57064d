/**
 * The text of a file that a spreadsheet saved: UTF-16 where its mark says so ("Unicode text"), else UTF-8. Bytes that are neither
 * leave U+FFFD behind: an older encoding cannot be told from another, and a wrong guess changes names.
 */
export const fileText = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  return new TextDecoder().decode(bytes)
}

/** Characters were lost: the file is of another encoding. */
export const hasLostCharacters = (text: string): boolean => text.includes('\ufffd')

/** An XLSX or ODS file is a ZIP archive, not a text. */
export const isWorkbook = (text: string): boolean => text.startsWith('PK\u0003\u0004')
