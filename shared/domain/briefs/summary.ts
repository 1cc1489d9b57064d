import type { Round } from '../calendar/round.ts'
import { dayInWords } from '../day-in-words.ts'
import type { Narrative } from '../forms/narrative.ts'
import type { Timeliness } from '../report.ts'
import { firstSentence } from './first-sentence.ts'
import type { IndicatorLine } from './model.ts'

const FIGURES = 2

const STANDING: Record<Timeliness, string> = {
  'on-time': 'Report received on time',
  late: 'Report received late',
  nil: 'Nil return: nothing to report',
  missing: 'No report received',
  awaited: 'Report not yet received',
}

interface SummaryInputs {
  readonly timeliness: Timeliness
  readonly round: Round
  readonly indicators: readonly IndicatorLine[]
  /** Ids of the indicators that a co-chair asks for first. */
  readonly leading: ReadonlySet<string>
  readonly decisions: number
  readonly narrative: Narrative | undefined
}

/** A brief in five lines at most: standing, two figures, the first challenge, what is asked. */
export const summarise = ({
  timeliness,
  round,
  indicators,
  leading,
  decisions,
  narrative,
}: SummaryInputs): string[] => [
  `${STANDING[timeliness]} (due ${dayInWords(round.due)}).`,
  ...leadingLines(indicators, leading).map(figureLine),
  ...(narrative ? [`Challenge: ${firstSentence(narrative.challenges)}`] : []),
  ...(decisions > 0 ? [`${decisions} decision${decisions === 1 ? '' : 's'} requested.`] : []),
]

/** The form's leading figures; without any available, its first. */
const leadingLines = (indicators: readonly IndicatorLine[], leading: ReadonlySet<string>): IndicatorLine[] => {
  const available = indicators.filter(({ quarter }) => quarter.value !== undefined)
  const first = available.filter(({ id }) => leading.has(id))
  return (first.length > 0 ? first : available).slice(0, FIGURES)
}

const figureLine = ({ label, unit, quarter, previous }: IndicatorLine): string =>
  `${label}: ${spell(quarter.value ?? 0, unit)}${change(quarter.value ?? 0, previous.value)}.`

const change = (value: number, previous: number | undefined): string => {
  if (previous === undefined || previous === 0) return ''
  const percent = Math.round((value / previous - 1) * 100)
  if (percent === 0) return value === previous ? ' (as in the quarter before)' : ' (about as in the quarter before)'
  return ` (${percent > 0 ? '+' : '−'}${Math.abs(percent)} % on the quarter before)`
}

const spell = (value: number, unit: string): string => {
  if (unit === 'USD') return `US$ ${value.toLocaleString('en')}`
  if (unit === 'm²' && value >= 10_000)
    return `${(value / 10_000).toLocaleString('en', { maximumFractionDigits: 1 })} ha`
  return `${value.toLocaleString('en')}${unit === '' ? '' : ` ${unit}`}`
}
