import type { Earmarking, FundingSource } from '#shared/domain/ledger/contribution.ts'
import type { HistoryLine } from '#shared/domain/ledger/history.ts'
import type { ImportFile } from '#shared/domain/ledger/import/import-file.ts'
import type { MovementColumn } from '#shared/domain/ledger/import/movement-table.ts'
import type { ContributionColumn } from '#shared/domain/ledger/import/yearly-row.ts'
import type { Movement } from '#shared/domain/ledger/movement.ts'
import type { FactField } from '#shared/domain/ledger/read-facts.ts'
import type { MovementField } from '#shared/domain/ledger/read-movement.ts'

const sources: Record<FundingSource, string> = {
  government: 'Government',
  donor: 'Donor',
  'landmine-monitor': 'Landmine Monitor',
  fts: 'Financial Tracking Service',
  iati: 'IATI',
}
const types: Record<Movement['type'], string> = {
  pledge: 'Pledge',
  commitment: 'Commitment',
  disbursement: 'Disbursement',
  correction: 'Correction',
}
const earmarkings: Record<Earmarking, string> = {
  'not-stated': 'Not stated',
  unearmarked: 'Unearmarked',
  'softly-earmarked': 'Softly earmarked',
  earmarked: 'Earmarked',
  'tightly-earmarked': 'Tightly earmarked',
}
const facts: Record<FactField, string> = {
  donor: 'Donor',
  title: 'Title',
  recipient: 'First recipient',
  implementers: 'Implementers',
  form: 'Form',
  pillars: 'Pillars',
  provinces: 'Provinces',
  earmarking: 'Earmarking',
  reference: 'Reference or IATI identifier',
  evidence: 'Link to evidence',
  parent: 'Passed on from',
  source: 'Source',
  note: 'Note',
}
const factHints: Partial<Record<FactField, string>> = {
  recipient: 'Who receives the money first. Only this step counts in totals',
  implementers: 'Separated by semicolons; a name that holds one stands in quotes',
  pillars: 'With percentages that add up to 100, such as “clearance 60; risk education 40”, or names alone',
  provinces: 'Names or codes, separated by semicolons',
  evidence: 'A web address where it can be read up',
  parent: 'Only for an onward transfer: the id of the contribution that is passed on. It is in no total then',
}
const movements: Record<MovementField, string> = {
  type: 'Type',
  date: 'Value date',
  amount: 'Amount',
  currency: 'Currency',
  usd: 'Amount in US$',
  rate: 'Exchange rate',
  rate_direction: 'The rate is',
  rate_source: 'Source of the rate',
  rate_date: 'Day of the rate',
}
const movementHints: Partial<Record<MovementField, string>> = {
  date: 'For example 31 March 2026 or 31/3/2026 (day, month, year), or a year alone. Enter each yearly tranche as a commitment of its year',
  amount: 'More than zero, such as 500,000 or 1648280.50',
  currency: 'ISO code, such as EUR',
  usd: 'As published; leave it empty to compute it from the rate, and where the amount is in US$',
  rate: 'For example 1.0534; not needed where US$ are given',
  rate_date: 'Day, month, year where it begins with the day; not after today',
}
const FILE_DAY = '2026-03-31 or 31 March 2026'
/** What the columns of a file hold. */
const columnHints: Record<MovementColumn | ContributionColumn, string> = {
  ...facts,
  ...movements,
  ...factHints,
  ...movementHints,
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
const what: Record<HistoryLine['what'], string> = {
  recorded: 'Recorded',
  imported: 'Imported from a file',
  corrected: 'Corrected',
  added: 'Movements added',
  withdrawn: 'Withdrawn',
  restored: 'Recorded again after it was withdrawn',
  confirmed: 'Confirmed for the donor',
}
const LISTED = 10
/** The first of many numbers, and how many there are besides. */
const listed = (numbers: readonly number[]): string =>
  numbers.length <= LISTED
    ? numbers.join(', ')
    : `${numbers.slice(0, LISTED).join(', ')} and ${numbers.length - LISTED} more`

const importStatus: Record<ImportFile['status'], string> = {
  checked: 'Checked, nothing recorded yet',
  writing: 'Being recorded',
  complete: 'Recorded',
}

export const ledger = {
  sources,
  types,
  earmarkings,
  facts,
  factHints,
  movements,
  movementHints,
  forms: { financial: 'Financial', 'in-kind': 'In kind' },
  directions: {
    'usd-per-unit': 'US$ for one unit of the currency',
    'units-per-usd': 'Units of the currency for one US$',
  },

  title: 'Ledger',
  open: 'Search and export the ledger',
  record: 'Record a contribution',
  import: 'Import a file',
  yours: (donor: string) => `Your money: ${donor}`,
  filter: 'Show',
  any: 'Any',
  year: 'Year',
  results: (count: string) => `${count} movements`,
  nothing: 'No movement matches.',
  date: 'Date',
  yearOnly: (year: string) => `${year} (year only)`,
  amount: 'Amount',
  usd: 'US$',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  previous: 'Previous page',
  next: 'Next page',
  pages: 'Pages of results',
  statedBy: (year: number, source: string) => `${year}, as stated by: ${source}`,
  chartOf: (year: number, source: string) =>
    `Bar chart of what each donor paid and committed in ${year} as stated by ${source}; the same figures stand in the table below`,
  chartOfYears:
    'Bar chart of what was paid and committed by year and source; the same figures stand in the table below',
  axis: 'US$, millions',
  others: 'All others',
  byYear: 'By year',
  byPillar: 'By pillar',
  byRecipient: 'By first recipient',
  pillar: 'Pillar',
  notStated: 'Not stated or not disaggregated',
  need: 'What the next twelve months need',
  needIntro: (from: string, until: string, report: string) =>
    `From ${from} to ${until}, as report ${report} states it. Secured is what is paid in these months, and what is committed for them or before and not paid yet. No pledge closes a gap.`,
  needUnknown: (pillars: string) => `The need was not available for: ${pillars}.`,
  nothingSecured: 'Nothing is recorded for these months',
  securedBy: (source: string) => `Need and money secured, as stated by: ${source}`,
  needed: 'Needed',
  gap: 'Not secured',
  all: 'All pillars',
  change: 'Change on the year before',
  changed: (usd: string, share: string | undefined) => (share === undefined ? usd : `${usd} (${share})`),
  unknown: 'The year before is not known',
  multiYear: 'Share of agreements of more than one year',
  inKind: 'Of it in kind',
  onward: 'Passed on by first recipients (in no total)',
  reconciled: (first: string, second: string) => `${first} and ${second} compared`,
  reconciledIntro: 'Both are kept as they were stated and never merged.',
  difference: 'Difference',
  explanation: 'Explanation',
  noDifference: 'None',
  explain: 'Explain a difference',
  explainButton: 'Save the explanation',
  explained: 'The explanation is saved.',
  exports: 'Export',
  exportYear: 'Choose a year to export its movements.',
  exportAs: { csv: 'CSV', xlsx: 'Excel (XLSX)', xml: 'IATI 2.03 (XML)' },
  exportPart: (format: string, part: number) => `${format}, part ${part}`,
  exportParts: 'There are too many movements for one file; together the parts hold all of them.',

  contribution: 'Contribution',
  correct: 'Correct or add to it',
  correctTitle: 'Correct a contribution',
  correctIntro:
    'Nothing is overwritten: what no longer holds is reversed and recorded anew, with your reason. Add a movement below when a further payment was made.',
  withdraw: 'Withdraw it',
  withdrawTitle: 'Withdraw a contribution',
  withdrawIntro:
    'For a contribution that was recorded by mistake. All of its movements are reversed: it counts in no total, no export and no further brief. It stays in the history, with your reason.',
  withdrawReasonHint: 'Why it should not have been recorded. It stands in the history and in the next brief',
  withdrawButton: 'Withdraw the contribution',
  keepIt: 'Keep it as it is',
  withdrawn: 'Withdrawn',
  withdrawnBy: (who: string, when: string) => `This contribution was withdrawn by ${who} on ${when}.`,
  withdrawnWhy: (reason: string) => `Reason: ${reason}`,
  withdrawnCounts:
    'It counts in no total. The same file or event sent again leaves it withdrawn; it can be recorded again here.',
  restore: 'Record it again',
  restoreTitle: 'Record a withdrawn contribution again',
  restoreIntro:
    'The form holds what was withdrawn. What you save is recorded anew, with your reason; the withdrawal stays in the history.',
  takenBack: 'Movements that were taken back',
  reason: 'Reason',
  reasonHint: 'Why it is corrected. It stands in the history and in the next brief; not needed for further movements',
  correctButton: 'Save the correction',
  corrected: 'The contribution is corrected.',
  newDonor: 'New donor',
  newDonorOf: (name: string) => `“${name}” is a donor of its own`,
  recordedBefore: 'See what this form recorded before',
  recordTitle: 'Record a contribution',
  recordButton: 'Record the contribution',
  recorded: 'The contribution is recorded.',
  movementNumber: (number: number) => `Movement ${number}`,
  removeHint: 'Clear the amount and the date of a movement to leave it out',
  removeAllHint: 'To take all of it back, withdraw the contribution on its page.',
  addMovement: 'Add another movement',
  total: 'Total of the agreement',
  totalHint: 'The yearly commitments must add up to it',
  movementsOf: 'Movements that stand',
  history: 'History',
  when: 'When',
  who: 'Who',
  whatHead: 'What',
  why: 'Why',
  what,
  factChange: (fact: string, from: string, to: string) => `${fact}: ${from || 'empty'} → ${to || 'empty'}`,
  factName: (fact: string): string => facts[fact as FactField] ?? fact,
  id: 'Id',
  none: 'None',

  donorIntro: 'Everything that is recorded for this donor, from every source.',
  donorTotals: 'Totals by year and source',
  contributions: (count: number) => `Contributions (${count})`,
  confirmed: (who: string, when: string) => `Confirmed by ${who} on ${when}.`,
  confirmedBefore: (who: string, when: string) => `Last confirmed by ${who} on ${when}; something has changed since.`,
  notConfirmed: 'Not confirmed yet.',
  confirmButton: 'Confirm that this is right and complete',
  confirmDone: 'Thank you. What is recorded is confirmed.',

  importTitle: 'Import contributions',
  importIntro:
    'The file is read whole. If any row has a mistake, all mistakes are listed and nothing is recorded. The same file twice changes nothing.',
  importFile: 'CSV file',
  workbook: 'This file is a workbook: save it as CSV (in Excel: File, Save as, CSV UTF-8)',
  encoding:
    'This file is not saved as UTF-8, so that letters would be lost: save it as CSV UTF-8 (in Excel: File, Save as, CSV UTF-8)',
  importFileHint:
    'Either a yearly table or the template with dated movements; their columns are explained below. Days are written 2026-03-31, 31 March 2026 or 31/3/2026 (day, month, year), or as a year alone. A day with slashes that can be read in two ways, such as 3/4/2026, is refused.',
  columnsTitle: 'How a file is read',
  yearlyColumns: 'Columns of a yearly table, in any order',
  movementColumns: 'Columns of the template with dated movements, in any order',
  columnHolds: 'What it holds',
  columnNeeded: 'Must be there',
  columnHint: (column: MovementColumn | ContributionColumn): string => columnHints[column],
  yes: 'Yes',
  no: 'No',
  importSource: 'Where the figures come from',
  importCheck: 'Check the file',
  template: 'Template with dated movements (CSV)',
  mistakes: (count: number) => `${count} ${count === 1 ? 'mistake' : 'mistakes'}: nothing was recorded`,
  mistakesOf: 'Mistakes in the file',
  line: 'Row',
  column: 'Column',
  mistake: 'What to mend',
  wholeLine: 'the whole row',
  importStatus,
  importGood: (name: string) => `${name || 'The file'} can be recorded`,
  importName: 'File',
  importRows: 'Contributions',
  importMovements: 'Movements',
  importYears: 'Years',
  importPaid: 'Paid',
  importExisting: 'Already recorded before',
  importRecord: (count: number) => `Record ${count} ${count === 1 ? 'contribution' : 'contributions'}`,
  importState: 'State',
  importWritten: 'Recorded so far',
  importGoesOn: 'The rest is recorded by itself within the hour. Nobody sees any of it before all of it is there.',
  importGoOn: 'Go on now',
  importMoreNotes: (count: number) => `${count} more of the kind`,
  importLookAt: 'Before you record it',
  importEqual: (lines: readonly number[]) =>
    `Rows ${listed(lines)} say the same: each is recorded as a contribution of its own`,
  importAdded: (donor: string, year: number, lines: readonly number[]) =>
    `${donor}, ${year}: this source has told of it before; ${lines.length === 1 ? 'row' : 'rows'} ${listed(lines)} would add to it. To change what is recorded, correct it on its page`,
  importNewDonor: (name: string, near: readonly string[]) =>
    near.length === 0
      ? `“${name}” is a new donor`
      : `“${name}” is a new donor; recorded are ${near.map((other) => `“${other}”`).join(', ')}`,
  latestImports: 'Latest imports',
}
