/** The whole table of a report at once: pasted from a spreadsheet, uploaded, or copied from last quarter. */
export const reportTable = {
  title: 'Enter the table from a spreadsheet',
  offer: 'Enter the table from a spreadsheet',
  intro: (noun: string) =>
    `One line of headings, then one row for each ${noun}. Columns may stand in any order; a figure is a number, 0, or n/a and the reason.`,
  templateIs: (draft: boolean) =>
    draft
      ? 'It holds the rows you have entered so far.'
      : "It holds the names of last quarter's rows, and what carries over from them.",
  templateEmpty: 'It holds the headings; the rows are yours to fill in.',
  template: 'Download the template (CSV)',
  areas: 'Areas are in m². Write (ha) instead of (m²) in a heading to give that column in hectares.',
  paste: 'Paste the table here',
  pasteHint: 'Select the cells in your spreadsheet with their headings, copy, and paste',
  file: 'Or choose a CSV file',
  fileHint: 'In Excel: File, Save as, CSV UTF-8. The file is taken instead of what is pasted.',
  see: 'See what would change',
  seeHint: 'Nothing is changed before you have seen it and said yes.',
  nothing: 'Paste a table or choose a file',
  workbook: 'This file is a workbook: save it as CSV (in Excel: File, Save as, CSV UTF-8), or paste the cells',
  encoding:
    'This file is not saved as UTF-8, so that Lao letters and dashes would be lost: save it as CSV UTF-8 (in Excel: File, Save as, CSV UTF-8), or paste the cells',
  mistakes: (count: number) => `${count} ${count === 1 ? 'place' : 'places'} to mend: nothing was taken`,
  mistakesIntro:
    'Rows are numbered as in your spreadsheet; row 1 holds the headings. Mend them there and paste again, or below.',
  mistakesMore: (count: number) => `… and ${count} more. Mend these first.`,
  row: 'Row',
  column: 'Column',
  mistake: 'What to mend',
  wholeRow: '(the row)',
  changeTitle: 'What would change',
  changeIntro: 'Nothing is changed yet.',
  changedMeanwhile: 'Somebody else saved in the meantime: this is what would change now',
  added: (count: number) => `${count} ${count === 1 ? 'row' : 'rows'} added`,
  replaced: (count: number) => `${count} ${count === 1 ? 'row' : 'rows'} replaced`,
  unchanged: (count: number) => `${count} ${count === 1 ? 'row' : 'rows'} unchanged`,
  kept: (count: number) =>
    count === 1
      ? '1 row of the draft is not in your table: it stays as it is'
      : `${count} rows of the draft are not in your table: they stay as they are`,
  differences: (row: string, count: number) => `${row}: ${count} ${count === 1 ? 'field differs' : 'fields differ'}`,
  field: 'Field',
  now: 'Now',
  after: 'After',
  emptyCells: (count: number) =>
    `${count} ${count === 1 ? 'cell is' : 'cells are'} empty: the report asks for ${count === 1 ? 'it' : 'them'} before you submit.`,
  take: 'Change the rows',
  noChange: 'The table says what the draft says already.',
  again: 'Start again',
  copy: (count: number) => `Copy ${count} ${count === 1 ? 'row' : 'rows'} from last quarter`,
  copyHint: 'Only their names, and opening figures that continue last quarter’s closing ones.',
  like: 'Add another row with the same names',
}
