import type { FundingYear } from '#shared/domain/briefs/model.ts'
import { type FundingGap, type GapLine, surplusOf } from '#shared/domain/ledger/analysis/gap.ts'
import { unassignedInWords } from '#shared/domain/ledger/analysis/gap-in-words.ts'
import type { AnalysisLine } from '#shared/domain/ledger/analysis/lines.ts'
import { sourceInWords } from '#shared/domain/ledger/source-in-words.ts'
import { dollarsInWords } from '#shared/domain/number-in-words.ts'
import { percentInWords } from '../figures-in-words.ts'

const orDash = (cents: number): string => (cents === 0 ? '–' : dollarsInWords(cents))

/** Donors that a page keeps of a long table; one more line tells the rest. */
const FEW = 5

/** The donors of one year, whole US dollars; what was pledged stands in a line of its own and in no total. */
export const fundingTable = (year: FundingYear) => ({
  of: year.year,
  year: String(year.year),
  rows: year.donors.map(donorRow),
  /** The largest donors and the rest in one line, where the table is long. */
  few:
    year.donors.length > FEW + 1
      ? [...year.donors.slice(0, FEW).map(donorRow), restRow(year, year.donors.slice(FEW), 'other donors')]
      : [],
  fewest: year.donors.length > 1 ? [restRow(year, year.donors, 'donors')] : year.donors.map(donorRow),
  pillars: year.pillars.map(pillarRow),
  predictability: predictability(year),
  total: { paid: dollarsInWords(year.paidUsd), committed: orDash(year.committedUsd) },
  pledged: year.pledgedUsd === 0 ? '' : `Pledged and in no total: US$ ${dollarsInWords(year.pledgedUsd)}.`,
  concentration: concentration(year),
  sources: year.sources.map(sourceInWords).join('; '),
})

type FundingLine = FundingYear['donors'][number]

const donorRow = ({ donor, original, paidUsd, share, committedUsd, pledgedUsd }: FundingLine) => ({
  donor,
  original: original.join('; '),
  paid: orDash(paidUsd),
  share: paidUsd === 0 ? '–' : percentInWords(share),
  committed: orDash(committedUsd),
  pledged: orDash(pledgedUsd),
})

const restRow = ({ paidUsd: all }: FundingYear, lines: readonly FundingLine[], what: string) => {
  const sum = (of: (line: FundingLine) => number) => lines.reduce((total, line) => total + of(line), 0)
  const paidUsd = sum((line) => line.paidUsd)
  return donorRow({
    id: '',
    donor: `${lines.length} ${what}`,
    original: [],
    paidUsd,
    share: all === 0 ? 0 : paidUsd / all,
    committedUsd: sum(({ committedUsd }) => committedUsd),
    pledgedUsd: sum(({ pledgedUsd }) => pledgedUsd),
  })
}

const pillarRow = ({ name, paidUsd, share, committedUsd, pledgedUsd }: AnalysisLine) => ({
  pillar: name === '' ? 'Not stated or not disaggregated' : name,
  paid: orDash(paidUsd),
  share: paidUsd === 0 ? '–' : percentInWords(share),
  committed: orDash(committedUsd),
  pledged: orDash(pledgedUsd),
})

/** More or less than the year before, and how much by agreements of more than one year. */
const predictability = ({ year, change, multiYearShare }: FundingYear): string => {
  const multiYear =
    multiYearShare === undefined
      ? ''
      : ` Agreements of more than one year: ${percentInWords(multiYearShare)} of what is paid and committed.`
  if (!change) return `What was paid in ${year - 1} is not known.${multiYear}`
  const { usdCents, share } = change
  const relative = share === undefined ? '' : ` (${percentInWords(Math.abs(share))})`
  const changed =
    usdCents === 0
      ? `As much as in ${year - 1}.`
      : `US$ ${dollarsInWords(Math.abs(usdCents))}${relative} ${usdCents > 0 ? 'more' : 'less'} than in ${year - 1}.`
  return `${changed}${multiYear}`
}

/** The need of twelve months and what one source knows to be secured, whole US dollars. */
export const gapTable = (gap: FundingGap) => {
  const surpluses = gap.pillars.map((line) => surplusOf(gap, line))
  return {
    source:
      gap.source === '' ? 'Nothing is recorded for these months' : `Secured, as stated by ${sourceInWords(gap.source)}`,
    rows: gap.pillars.map((line) =>
      gapRow(line.pillar === '' ? 'Not stated or not disaggregated' : line.pillar, line, surplusOf(gap, line)),
    ),
    total: gapRow(
      'All pillars',
      gap.total,
      surpluses.reduce((sum, cents) => sum + cents, 0),
    ),
    unassigned: unassignedInWords(gap),
  }
}

const gapRow = (
  pillar: string,
  { needUsd, paidUsd, committedUsd, gapUsd, pledgedUsd }: GapLine,
  surplusUsd: number,
) => ({
  pillar,
  need: orDash(needUsd),
  paid: orDash(paidUsd),
  committed: orDash(committedUsd),
  gap: orDash(gapUsd),
  surplus: orDash(surplusUsd),
  pledged: orDash(pledgedUsd),
})

/** One sentence that a reader can use. 1/HHI is the number of donors of equal size that would be as concentrated. */
const concentration = (year: FundingYear): string => {
  const payers = year.donors.filter((line) => line.paidUsd > 0)
  const largest = payers.reduce((most, line) => (line.paidUsd > most.paidUsd ? line : most), payers[0] ?? NOBODY)
  const { hhi, largestShare } = year
  if (payers.length === 0 || !hhi || largestShare === undefined) return `No payment of ${year.year} is recorded.`
  if (payers.length === 1) return `One donor, ${largest.donor}, paid everything (HHI ${hhi.toFixed(4)}).`
  return (
    `${payers.length} donors; the largest, ${largest.donor}, paid ${percentInWords(largestShare)}. ` +
    `HHI ${hhi.toFixed(4)}: as concentrated as if ${(1 / hhi).toFixed(1)} donors of equal size had paid everything.`
  )
}

const NOBODY = { donor: '', paidUsd: 0 }
