import { inEveryLanguage } from '../words/languages.ts'
import { type Said, say } from '../words/say.ts'
import type { RowForm } from './form.ts'
import { type TableColumn, tableColumns } from './table.ts'

/** A column as a table has it: where it stands, and in which unit. */
export interface PlacedColumn extends TableColumn {
  readonly place: number
  /** Its bare numbers are hectares. */
  readonly hectares: boolean
}

const LONGEST_HEADING = 300

/** Words are compared as a reader would: without regard to case, spaces and kinds of dashes. */
export const plainWords = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u2010-\u2015-]+/g, ' ')
    .trim()

/** Finds the column that a heading names: the template's heading in any language, its field's path, or (ha) in place of (m²). */
export const headingReader = (form: RowForm): ((heading: string) => Omit<PlacedColumn, 'place'> | undefined) => {
  const known = new Map<string, Omit<PlacedColumn, 'place'>>()
  // a heading of the reader's language is what it says there, and is set last
  for (const column of inEveryLanguage(() => tableColumns(form))
    .flat()
    .toReversed()) {
    const heading = plainWords(column.heading)
    if (column.field.kind === 'area' || column.field.kind === 'adjustment')
      known.set(heading.replace('(m2)', '(ha)'), { ...column, hectares: true })
    for (const name of [heading, plainWords(column.field.path)]) known.set(name, { ...column, hectares: false })
  }
  return (heading) => (heading.length > LONGEST_HEADING ? undefined : known.get(plainWords(heading)))
}

export interface HeadingMistake {
  readonly column: string
  readonly message: Said
}

/** The columns of a table by its headings; what is unknown, stands twice or is missing is named. */
export const placeColumns = (
  form: RowForm,
  headings: readonly string[],
): { readonly columns: readonly PlacedColumn[]; readonly mistakes: readonly HeadingMistake[] } => {
  const read = headingReader(form)
  const columns: PlacedColumn[] = []
  const mistakes: HeadingMistake[] = []
  for (const [place, heading] of headings.entries()) {
    const column = read(heading)
    const shown = heading.trim().slice(0, LONGEST_HEADING)
    if (column && columns.some(({ field }) => field.path === column.field.path))
      mistakes.push({ column: shown, message: say`This column stands twice: keep one` })
    else if (column) columns.push({ ...column, heading: shown, place })
    else if (shown !== '')
      mistakes.push({ column: shown, message: say`The form has no such column: remove it, or mend its heading` })
  }
  const missing = tableColumns(form).filter(
    ({ field }) => field.optional !== true && !columns.some((column) => column.field.path === field.path),
  )
  return { columns, mistakes: [...mistakes, ...missingMistakes(missing.map(({ heading }) => heading))] }
}

/** Where a table lacks more, its headings are not the form's: one line says it all. */
const MOST_NAMED = 5

const missingMistakes = (missing: readonly string[]): HeadingMistake[] =>
  missing.length <= MOST_NAMED
    ? missing.map((column) => ({ column, message: say`This column is missing` }))
    : [
        {
          column: say`${missing.slice(0, MOST_NAMED).join('; ')} and ${missing.length - MOST_NAMED} more`,
          message: say`${missing.length} columns are missing: take the headings from the template`,
        },
      ]
