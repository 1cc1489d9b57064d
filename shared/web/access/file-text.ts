/**
 * The text of a file that a spreadsheet saved: UTF-16 where its mark says so ("Unicode text"), UTF-8, or else
 * windows-1252, which spreadsheets still write when they are asked for plain CSV.
 */
export const fileText = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** An XLSX or ODS file is a ZIP archive, not a text. */
export const isWorkbook = (text: string): boolean => text.startsWith('PK\u0003\u0004')
