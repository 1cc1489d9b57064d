import { isPlain } from '../../plain-words.ts'
import { donorId, type FundingSource } from '../contribution.ts'
import { donorMistake } from '../donor-name.ts'
import { currencyMistake, isCurrency, isPlausibleUsd, minorUnits, TOO_MANY_DOLLARS } from '../money.ts'
import { yearMistake } from '../movement.ts'
import type { NewContribution } from '../new-contribution.ts'
import type { Mistake } from '../read-movement.ts'

/** The columns of a yearly table of published contributions, in any order. */
export const CONTRIBUTION_COLUMNS = ['year', 'donor', 'sectors', 'currency', 'amount', 'amount_usd_reported'] as const
type Column = (typeof CONTRIBUTION_COLUMNS)[number]
export type ContributionRow = Readonly<Record<Column, string>>

/**
 * A row of a yearly table: one disbursement of its year (31 December, precision `year`), US$ as published and never recomputed,
 * not disaggregated over its sectors. A row with mistakes gives only these, each naming its column.
 */
export const readContributionRow = (
  row: ContributionRow,
  source: FundingSource,
): { readonly contribution: NewContribution } | { readonly mistakes: readonly Mistake<Column>[] } => {
  const year = row.year.trim()
  const donor = row.donor.trim()
  const currency = row.currency.trim()
  const sectors = row.sectors
    .split(';')
    .map((sector) => sector.trim())
    .filter(Boolean)
  const known = isCurrency(currency)
  const minor = known ? minorUnits(row.amount, currency) : undefined
  const usdCents = minorUnits(row.amount_usd_reported, 'USD')
  const mistakes: Mistake<Column>[] = []
  const mistake = (field: Column, message: string) => mistakes.push({ field, message })
  if (!/^\d{4}$/.test(year) || yearMistake(`${year}-12-31`)) mistake('year', `“${year}” is not a year such as 2022`)
  const wrongName = donor === '' ? 'is empty' : donorMistake(donor)
  if (wrongName) mistake('donor', wrongName)
  if (!isPlain(row.sectors) || sectors.length > 20)
    mistake('sectors', 'holds control characters or more than 20 entries')
  const wrongCurrency = currencyMistake(currency)
  if (wrongCurrency) mistake('currency', wrongCurrency)
  if (known && (minor === undefined || minor < 0)) mistake('amount', `“${row.amount}” is not an amount in ${currency}`)
  if (usdCents === undefined || usdCents < 0) {
    mistake('amount_usd_reported', `“${row.amount_usd_reported}” is not an amount in USD`)
  }
  if (usdCents !== undefined && !isPlausibleUsd(usdCents)) mistake('amount_usd_reported', TOO_MANY_DOLLARS)
  if (mistakes.length > 0 || minor === undefined || usdCents === undefined) return { mistakes }
  return {
    contribution: {
      contribution: {
        donor: { id: donorId(donor), name: donor },
        title: `${donor}, ${year}`,
        recipient: '',
        implementers: [],
        pillars: { notDisaggregated: sectors },
        form: 'financial',
        provinces: [],
        earmarking: 'not-stated',
        reference: '',
        evidence: '',
        parent: '',
        source,
        note: '',
      },
      movements: [
        {
          type: 'disbursement',
          date: `${year}-12-31`,
          precision: 'year',
          amount: { minor, currency },
          usdCents,
          usdBasis: { published: source },
        },
      ],
    },
  }
}
