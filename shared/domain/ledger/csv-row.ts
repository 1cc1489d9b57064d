import { type Contribution, donorId, type FundingSource, type Movement } from './contribution.ts'
import { Currency, minorUnits } from './money.ts'

/** The columns of a yearly table of published contributions, in any order. */
export const CONTRIBUTION_COLUMNS = ['year', 'donor', 'sectors', 'currency', 'amount', 'amount_usd_reported'] as const
export type ContributionRow = Readonly<Record<(typeof CONTRIBUTION_COLUMNS)[number], string>>

/** A contribution with its movements, not yet given an id. */
export interface NewContribution {
  readonly contribution: Omit<Contribution, 'id'>
  readonly movements: readonly Omit<Movement, 'contribution' | 'seq' | 'donor' | 'source'>[]
}

/**
 * A row of a yearly table: one disbursement of its year (31 December, precision `year`), US$ as published and never recomputed,
 * not disaggregated over its sectors. A row with mistakes gives only these, each naming its column.
 */
export const readContributionRow = (
  row: ContributionRow,
  source: FundingSource,
): { readonly contribution: NewContribution } | { readonly mistakes: readonly string[] } => {
  const year = row.year.trim()
  const donor = row.donor.trim()
  const currency = row.currency.trim()
  const sectors = row.sectors
    .split(';')
    .map((sector) => sector.trim())
    .filter(Boolean)
  const known = Currency.safeParse(currency).success
  const minor = known ? minorUnits(row.amount, currency) : undefined
  const usdCents = minorUnits(row.amount_usd_reported, 'USD')
  const mistakes = [
    ...(/^(19|20|21)\d{2}$/.test(year) ? [] : [`year: “${year}” is not a year such as 2022`]),
    ...(donorId(donor) === '' ? ['donor: is empty'] : []),
    ...(known ? [] : [`currency: “${currency}” is not an ISO 4217 code such as EUR`]),
    ...(known && (minor === undefined || minor < 0) ? [`amount: “${row.amount}” is not an amount in ${currency}`] : []),
    ...(usdCents === undefined || usdCents < 0
      ? [`amount_usd_reported: “${row.amount_usd_reported}” is not an amount in USD`]
      : []),
  ]
  if (mistakes.length > 0 || minor === undefined || usdCents === undefined) return { mistakes }
  return {
    contribution: {
      contribution: {
        donor: { id: donorId(donor), name: donor },
        title: `${donor}, ${year}`,
        recipient: '',
        pillars: { notDisaggregated: sectors },
        form: 'financial',
        source,
        reference: '',
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
