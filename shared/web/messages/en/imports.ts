import type { ImportFile } from '#shared/domain/ledger/import/import-file.ts'
import type { MovementColumn } from '#shared/domain/ledger/import/movement-table.ts'
import type { ContributionColumn } from '#shared/domain/ledger/import/yearly-row.ts'
import { formats } from './formats.ts'
import { ledger } from './ledger.ts'

const FILE_DAY = '2026-03-31 or 31 March 2026'
/** What the columns of a file hold. */
const columnHints: Record<MovementColumn | ContributionColumn, string> = {
  ...ledger.facts,
  ...ledger.movements,
  ...ledger.factHints,
  ...ledger.movementHints,
  donor: 'The name of the donor: a country or an organisation',
  key: 'Rows with one key are one contribution; its first row states the facts, later rows may leave them empty',
  form: 'financial (also where it is empty) or in-kind',
  earmarking: 'not-stated (also where it is empty), unearmarked, softly-earmarked, earmarked or tightly-earmarked',
  total: 'Total of the agreement: its yearly commitments must add up to it',
  type: 'pledge, commitment or disbursement',
  date: `A day such as ${FILE_DAY}, or a year alone, which stands for its 31 December. 31/3/2026 is day, month, year; 3/4/2026 is refused, since it can be 3 April or 4 March`,
  rate_direction: 'usd-per-unit (US$ for one unit of the currency) or units-per-usd',
  rate_date: `A day such as ${FILE_DAY}, never a year alone; not after today`,
  year: 'A year such as 2022: each row is a disbursement of its year, recorded on its 31 December',
  sectors: 'Separated by semicolons; may be empty',
  amount_usd_reported: 'In US$ as published: never recomputed',
}
const WRITTEN = 'Recorded so far'
const GO_ON = 'Go on now'

const LISTED = 10
/** The first of many numbers, and how many there are besides. */
const listed = (numbers: readonly number[]): string =>
  numbers.length <= LISTED
    ? numbers.join(', ')
    : `${numbers.slice(0, LISTED).join(', ')} and ${numbers.length - LISTED} more`

const status: Record<ImportFile['status'], string> = {
  checked: 'Checked, nothing recorded yet',
  writing: 'Being recorded',
  complete: 'Recorded',
}

/** Files of contributions: what is said of them before, while and after they are recorded. */
export const imports = {
  title: 'Import contributions',
  intro:
    'The file is read whole. If any row has a mistake, all mistakes are listed and nothing is recorded. The same file twice changes nothing.',
  file: 'CSV file',
  workbook: 'This file is a workbook: save it as CSV (in Excel: File, Save as, CSV UTF-8)',
  encoding:
    'This file is not saved as UTF-8, so that letters would be lost: save it as CSV UTF-8 (in Excel: File, Save as, CSV UTF-8)',
  fileHint:
    'Saved with commas, semicolons or tabs between the cells. Either a yearly table or the template with dated movements, whose columns are explained below, or a CSV file that a ledger like this one exported, which says its own sources. Days are written 2026-03-31, 31 March 2026 or 31/3/2026 (day, month, year), or as a year alone. A day with slashes that can be read in two ways, such as 3/4/2026, is refused.',
  columnsTitle: 'How a file is read',
  yearlyColumns: 'Columns of a yearly table, in any order',
  movementColumns: 'Columns of the template with dated movements, in any order',
  columnHolds: 'What it holds',
  columnNeeded: 'Must be there',
  columnHint: (column: MovementColumn | ContributionColumn): string => columnHints[column],
  yes: 'Yes',
  no: 'No',
  source: 'Where the figures come from',
  check: 'Check the file',
  template: 'Template with dated movements (CSV)',
  mistakes: (count: number) => `${formats.number(count)} ${count === 1 ? 'mistake' : 'mistakes'}: nothing was recorded`,
  mistakesOf: 'Mistakes in the file',
  firstMistakes: (count: number) => `The first ${formats.number(count)} mistakes in the file`,
  line: 'Row',
  column: 'Column',
  mistake: 'What to mend',
  wholeLine: 'the whole row',
  status,
  good: (name: string) => `${name || 'The file'} can be recorded`,
  nothingNew: (name: string) => `${name || 'The file'} holds nothing new`,
  allKnown: 'Everything in it is recorded already. There is nothing to do.',
  someKnown: (fresh: number, known: number) =>
    `${formats.number(fresh)} of the contributions ${fresh === 1 ? 'is' : 'are'} new. ${formats.number(known)} ${known === 1 ? 'is' : 'are'} recorded already and ${known === 1 ? 'stays as it is' : 'stay as they are'}.`,
  name: 'File',
  rows: 'Contributions',
  movements: 'Movements',
  years: 'Years',
  paid: 'Paid',
  existing: 'Already recorded before',
  record: (count: number) => `Record ${formats.number(count)} ${count === 1 ? 'contribution' : 'contributions'}`,
  state: 'State',
  written: WRITTEN,
  goesOn:
    'The rest is recorded by itself, also when you leave this page. Nobody sees any of it before all of it is there.',
  looksAgain: (seconds: number) => `This page looks again every ${seconds} seconds.`,
  stay: 'Leave it as it is',
  look: 'Look how far it is',
  standsStill: `If “${WRITTEN}” does not grow for a minute, the import was broken off. It then goes on by itself at the next full hour, or at once if you choose “${GO_ON}”; nothing is recorded twice.`,
  goOn: GO_ON,
  moreNotes: (count: number) => `${count} more of the kind`,
  lookAt: 'Before you record it',
  equal: (lines: readonly number[]) =>
    `Rows ${listed(lines)} say the same: each is recorded as a contribution of its own`,
  added: (donor: string, year: number, lines: readonly number[]) =>
    `${donor}, ${year}: this source has told of it before; ${lines.length === 1 ? 'row' : 'rows'} ${listed(lines)} would add to it. To change what is recorded, correct it on its page`,
  newDonor: (name: string, near: readonly string[]) =>
    near.length === 0
      ? `“${name}” is a new donor`
      : `“${name}” is a new donor. Names that are recorded: ${near.map((other) => `“${other}”`).join(', ')}`,
  latest: 'Latest imports',
}
