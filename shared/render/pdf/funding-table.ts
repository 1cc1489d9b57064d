import type { FundingYear } from '#shared/domain/briefs/model.ts'
import { dollarsInWords, percentInWords } from '../figures-in-words.ts'

const orDash = (cents: number): string => (cents === 0 ? '–' : dollarsInWords(cents))

/** The donors of one year, whole US dollars; what was pledged stands in a line of its own and in no total. */
export const fundingTable = (year: FundingYear) => ({
  year: String(year.year),
  rows: year.donors.map((line) => ({
    donor: line.donor,
    original: line.original.join('; '),
    paid: orDash(line.paidUsd),
    share: line.paidUsd === 0 ? '–' : percentInWords(line.share),
    committed: orDash(line.committedUsd),
    pledged: orDash(line.pledgedUsd),
  })),
  total: { paid: dollarsInWords(year.paidUsd), committed: orDash(year.committedUsd) },
  pledged: year.pledgedUsd === 0 ? '' : `Pledged and in no total: US$ ${dollarsInWords(year.pledgedUsd)}.`,
  concentration: concentration(year),
  sources: year.sources.join('; '),
})

/** One sentence that a reader can use. 1/HHI is the number of donors of equal size that would be as concentrated. */
const concentration = (year: FundingYear): string => {
  const payers = year.donors.filter((line) => line.paidUsd > 0)
  const largest = payers.reduce((most, line) => (line.paidUsd > most.paidUsd ? line : most), payers[0] ?? NOBODY)
  if (payers.length === 0 || year.hhi === 0) return `No payment of ${year.year} is recorded.`
  if (payers.length === 1) return `One donor, ${largest.donor}, paid everything (HHI ${year.hhi.toFixed(3)}).`
  return (
    `${payers.length} donors; the largest, ${largest.donor}, paid ${percentInWords(year.largestShare)}. ` +
    `HHI ${year.hhi.toFixed(3)}: as concentrated as if ${(1 / year.hhi).toFixed(1)} donors of equal size had paid everything.`
  )
}

const NOBODY = { donor: '', paidUsd: 0 }
