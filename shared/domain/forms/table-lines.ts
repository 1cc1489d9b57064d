import { CsvError, parse } from 'csv-parse/sync'
import { type Said, say } from '../words/say.ts'

/** A mistake that keeps the text from being cut into cells at all, and the line where it stands. */
export interface LineMistake {
  readonly row: number
  readonly message: Said
}

/** Three times the rows that a draft may hold. */
const MOST_LINES = 1000
/** All cells of one row together, in characters; a quotation mark that is never closed ends here. */
const LONGEST_LINE = 100_000

/**
 * A table's text cut into cells: tabs as copied from a spreadsheet, commas or semicolons as saved from one. The delimiter is the one
 * under which most headings are known.
 * @param isKnown whether a cell of the first line is a heading of the form
 */
export const cutTable = (
  text: string,
  isKnown: (heading: string) => boolean,
):
  | { readonly lines: readonly string[][] /** Lines. */; readonly blankAbove: number }
  | { readonly mistake: LineMistake } => {
  const above = BLANK_ABOVE.exec(text)?.[0] ?? ''
  const blankAbove = above.split(/\r\n?|\n/).length - 1
  const table = withoutBlankEnd(text.slice(above.length))
  const ways = ['\t', ';', ','].map((delimiter) => ({
    delimiter,
    known: headingsUnder(table, delimiter).filter(isKnown).length,
  }))
  const best = ways.reduce((a, b) => (b.known > a.known ? b : a))
  if (best.known === 0)
    return { mistake: { row: blankAbove + 1, message: say`Begin with the line of headings, as in the template` } }
  try {
    const lines = cut(table, best.delimiter, MOST_LINES + 1)
    if (lines.length <= MOST_LINES) return { lines, blankAbove }
    return {
      mistake: { row: blankAbove + MOST_LINES + 1, message: say`A table may have ${MOST_LINES} rows: divide it` },
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = Number((error as { records?: number }).records ?? 0) + blankAbove + 1
    return { mistake: { row, message: say`This row cannot be read: is a quotation mark opened and not closed?` } }
  }
}

/** Lines of nothing, or of delimiters alone, before the first with words. */
const BLANK_ABOVE = /^\ufeff?(?:[\t ,;]*(?:\r\n?|\n))+/

/** Spreadsheets save what looks empty below a table too: lines of nothing, or of delimiters alone. */
const withoutBlankEnd = (text: string): string => {
  let end = text.length
  while (end > 0 && /[\s,;]/.test(text.charAt(end - 1))) end -= 1
  const lineEnd = text.slice(end).search(/[\r\n]/)
  return lineEnd === -1 ? text : text.slice(0, end + lineEnd)
}

const headingsUnder = (text: string, delimiter: string): readonly string[] => {
  try {
    return cut(text.slice(0, LONGEST_LINE), delimiter, 1)[0] ?? []
  } catch (error) {
    if (error instanceof CsvError) return []
    throw error
  }
}

const cut = (text: string, delimiter: string, most: number): string[][] =>
  parse(text, {
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_LINE,
    to: most,
  })
