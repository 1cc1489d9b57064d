import { dayInWords } from '#shared/domain/day-in-words.ts'
import type { LedgerRow, LedgerYearRows } from '#shared/domain/ledger/analysis/extract.ts'
import { spellMoney } from '#shared/domain/ledger/money.ts'
import type { MovementKind } from '#shared/domain/ledger/movement.ts'
import { sourceInWords } from '#shared/domain/ledger/source-in-words.ts'
import { dollarsInWords, numberInWords } from '#shared/domain/number-in-words.ts'

const KINDS: Readonly<Record<MovementKind, string>> = {
  pledge: 'Pledged',
  commitment: 'Committed',
  disbursement: 'Paid',
}

/** The movements of one year as the annex prints them, each with the page of its contribution; US$ in whole dollars. */
export const ledgerAnnex = ({ year, rows, others }: LedgerYearRows, webUrl: string) => ({
  year: String(year),
  rows: rows.map((row) => ({ ...ledgerRow(row), link: linkOf(row, webUrl) })),
  others: others === 0 ? '' : `The largest ${rows.length}; ${numberInWords(others)} smaller ones stand in the ledger.`,
})

const linkOf = ({ contribution }: LedgerRow, webUrl: string): string =>
  contribution === undefined ? '' : `${webUrl}/funding/contributions/${encodeURIComponent(contribution)}`

const ledgerRow = ({ date, precision, donor, recipient, kind, inKind, amount, usdCents, source }: LedgerRow) => ({
  date: precision === 'day' ? dayInWords(date) : date.slice(0, 4),
  donor,
  recipient: recipient || '–',
  kind: inKind ? `${KINDS[kind]}, in kind` : KINDS[kind],
  amount: spellMoney(amount.minor, amount.currency),
  usd: dollarsInWords(usdCents),
  source: sourceInWords(source),
})
