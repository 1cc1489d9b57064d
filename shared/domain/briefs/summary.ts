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

const figureLine = ({ label, unit, quarter, previous }: IndicatorLine): string => {
  const value = quarter.value ?? 0
  const change =
    previous.value === undefined || previous.value === 0
      ? ''
      : ` (${value >= previous.value ? '+' : '−'}${Math.abs(Math.round((value / previous.value - 1) * 100))} % on the quarter before)`
  return `${label}: ${spell(value, unit)}${change}.`
}

const spell = (value: number, unit: string): string =>
  unit === 'm²' && value >= 10_000
    ? `${(value / 10_000).toLocaleString('en', { maximumFractionDigits: 1 })} ha`
    : `${value.toLocaleString('en')}${unit === '' ? '' : ` ${unit}`}`
