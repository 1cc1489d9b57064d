import type { PlainDate } from '../../dates.ts'
import { plainDigits } from '../../forms/digits.ts'
import { isPlain } from '../../plain-words.ts'
import { type Said, say } from '../../words/say.ts'
import { donorId, type FundingSource } from '../contribution.ts'
import { donorMistake } from '../donor-name.ts'
import { currencyMistake, isCurrency, isPlausibleUsd, tooManyDollars } from '../money.ts'
import type { NewContribution } from '../new-contribution.ts'
import { usdMistake } from '../plausible-usd.ts'
import { amountMistake, readAmount } from '../read-amount.ts'
import type { Mistake } from '../read-movement.ts'
import { saysShare } from '../read-pillars.ts'
import { isYear, yearAloneMistake } from '../year-alone.ts'

/** The columns of a yearly table of published contributions, in any order. */
export const CONTRIBUTION_COLUMNS = ['year', 'donor', 'sectors', 'currency', 'amount', 'amount_usd_reported'] as const
export type ContributionColumn = (typeof CONTRIBUTION_COLUMNS)[number]
export type ContributionRow = Readonly<Record<ContributionColumn, string>>

/**
 * A row of a yearly table: one disbursement of its year (31 December, precision `year`), US$ as published and never recomputed,
 * not disaggregated over its sectors. A row with mistakes gives only these, each naming its column.
 * @param today no later year can be told; absent where the table is known to be of the past
 */
export const readContributionRow = (
  row: ContributionRow,
  source: FundingSource,
  today?: PlainDate,
): { readonly contribution: NewContribution } | { readonly mistakes: readonly Mistake<ContributionColumn>[] } => {
  const year = plainDigits(row.year).trim()
  const donor = row.donor.trim()
  const currency = row.currency.trim().replace(/^[a-z]{3}$/i, (code) => code.toUpperCase())
  const sectors = row.sectors
    .split(';')
    .map((sector) => sector.trim())
    .filter(Boolean)
  const amount = isCurrency(currency) ? readAmount(row.amount, currency) : { mistake: amountMistake(row.amount) }
  const usd = readAmount(row.amount_usd_reported, 'USD')
  const mistakes: Mistake<ContributionColumn>[] = []
  const mistake = (field: ContributionColumn, message: Said) => mistakes.push({ field, message })
  const wrongYear = isYear(year) ? yearAloneMistake(year) : say`“${year}” is not a year such as 2022`
  if (wrongYear) mistake('year', wrongYear)
  else if (today !== undefined && year > today.slice(0, 4))
    mistake('year', say`nothing was disbursed in a year to come: ${year}`)
  const wrongName = donor === '' ? say`is empty` : donorMistake(donor)
  if (wrongName) mistake('donor', wrongName)
  if (!isPlain(row.sectors) || sectors.length > 20)
    mistake('sectors', say`holds control characters or more than 20 entries`)
  if (sectors.some(saysShare))
    mistake(
      'sectors',
      say`holds a number, and a yearly table knows no percentages: leave it out, or use the template with dated movements`,
    )
  const wrongCurrency = currencyMistake(currency)
  if (wrongCurrency) mistake('currency', wrongCurrency)
  if ('mistake' in amount && amount.mistake) mistake('amount', amount.mistake)
  if ('mistake' in usd) mistake('amount_usd_reported', usd.mistake)
  const wrongUsd =
    'minor' in usd && !isPlausibleUsd(usd.minor)
      ? tooManyDollars()
      : 'minor' in usd && 'minor' in amount && usdMistake(amount.minor, currency, usd.minor)
  if (wrongUsd) mistake('amount_usd_reported', wrongUsd)
  if (mistakes.length > 0 || 'mistake' in amount || 'mistake' in usd) return { mistakes }
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
          amount: { minor: amount.minor, currency },
          usdCents: usd.minor,
          usdBasis: { published: source },
        },
      ],
    },
  }
}
