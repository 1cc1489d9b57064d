import { rowFormOf } from '../forms/index.ts'
import type { FundingGap } from '../ledger/analysis/gap.ts'
import { lackInWords } from '../ledger/analysis/gap-in-words.ts'
import { usdInWords } from '../number-in-words.ts'
import { firstSentence } from './first-sentence.ts'
import type { FundingYear, IndicatorLine, Risk, SwgBrief } from './model.ts'

/** As many as a cover holds. */
const NAMED = 3
/** A year's target is at risk below this part of what the quarters gone by would bring. */
const BEHIND = 0.5
/** One donor with this share of all that was paid is a risk to the sector. */
const CONCENTRATED = 0.5

interface RiskInputs {
  readonly newest: string | undefined
  readonly timeliness: SwgBrief['timeliness']
  readonly indicators: SwgBrief['indicators']
  readonly funding: readonly FundingYear[]
  readonly gaps: readonly FundingGap[]
  readonly challenges: readonly { readonly twg: string; readonly text: string }[]
}

/** The gravest risks that the reports and the ledger show: first what is missing, late or concentrated, then what the TWGs say themselves. */
export const risksOf = (inputs: RiskInputs): Risk[] =>
  [
    ...missing(inputs),
    ...alarming(inputs),
    ...behindTarget(inputs),
    ...unfunded(inputs),
    ...concentrated(inputs),
    ...reported(inputs),
  ].slice(0, NAMED)

const missing = ({ newest, timeliness }: RiskInputs): Risk[] => {
  const without = timeliness.filter(({ rounds }) => rounds.at(-1) === 'missing').map(({ twg }) => twg)
  if (newest === undefined || without.length === 0) return []
  return [{ text: `No report for ${newest}: the figures of ${without.join(', ')} are missing.`, from: 'Reports' }]
}

const alarming = ({ indicators }: RiskInputs): Risk[] =>
  indicators.flatMap(({ id, twg, lines }) => {
    const alarms = new Set(rowFormOf(id)?.indicators.flatMap((indicator) => (indicator.risk ? [indicator.id] : [])))
    return lines
      .filter((line) => alarms.has(line.id) && (line.quarter.value ?? 0) > 0)
      .map(({ label, quarter }) => ({ text: `${label}: ${quarter.value}.`, from: twg }))
  })

const behindTarget = ({ newest, indicators }: RiskInputs): Risk[] => {
  const elapsed = Number(newest?.at(-1) ?? 0) / 4
  return indicators.flatMap(({ twg, lines }) =>
    lines.filter((line) => isBehind(line, elapsed)).map((line) => ({ text: behind(line, elapsed), from: twg })),
  )
}

const isBehind = ({ target, yearToDate }: IndicatorLine, elapsed: number): boolean =>
  target !== undefined && target > 0 && yearToDate.value !== undefined && yearToDate.value < target * elapsed * BEHIND

const behind = ({ label, target = 0, yearToDate }: IndicatorLine, elapsed: number): string =>
  `${label}: ${Math.round(((yearToDate.value ?? 0) / target) * 100)} % of the year's target after ${elapsed * 100} % of the year.`

const unfunded = ({ gaps }: RiskInputs): Risk[] => {
  const [gap] = gaps
  if (!gap || gap.total.gapUsd <= 0) return []
  return [
    {
      text: `Not secured of the ${usdInWords(gap.total.needUsd)} needed in twelve months: ${lackInWords(gap)}.`,
      from: 'Ledger',
    },
  ]
}

const concentrated = ({ funding }: RiskInputs): Risk[] => {
  const latest = funding.find(({ paidUsd }) => paidUsd > 0)
  const largest = latest?.donors.toSorted((a, b) => b.paidUsd - a.paidUsd)[0]
  if (!latest || !largest || latest.largestShare === undefined) return []
  if (latest.largestShare < CONCENTRATED) return []
  return [
    {
      text: `${(latest.largestShare * 100).toFixed(1)} % of the funding of ${latest.year} came from one donor, ${largest.donor}.`,
      from: 'Ledger',
    },
  ]
}

const reported = ({ challenges }: RiskInputs): Risk[] =>
  challenges.map(({ twg, text }) => ({ text: firstSentence(text), from: twg })).filter(({ text }) => text !== '')
