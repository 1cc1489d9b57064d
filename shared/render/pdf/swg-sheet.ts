import type { Brief, FundingYear, SwgBrief } from '#shared/domain/briefs/model.ts'
import type { FundingGap } from '#shared/domain/ledger/analysis/gap.ts'
import { versionInWords } from '../brief-file-name.ts'
import { dayInWords, momentInWords, typedDayInWords, weekdayInWords } from '../days-in-words.ts'
import { numberInWords } from '../figures-in-words.ts'
import { sourceInWords } from '../sources-in-words.ts'
import { timelinessInWords } from '../timeliness-in-words.ts'
import { fundingTable, gapTable } from './funding-table.ts'
import { indicatorTable } from './indicator-table.ts'

/** What `swg-brief.typ` prints: every text as it stands on the page, empty lists and empty texts for what is left out. */
export const swgSheet = (brief: Pick<Brief, 'version'>, model: SwgBrief, timeZone: string) => ({
  title: `Brief for the meeting of ${dayInWords(model.meeting.day)}`,
  sector: model.sector,
  key: model.key,
  version: versionInWords(brief.version),
  cutOff: momentInWords(model.inputs.cutOff, timeZone),
  facts: [
    {
      label: 'Meeting',
      text: `${weekdayInWords(model.meeting.day)}, ${model.meeting.time}; ${model.meeting.status}`,
    },
    { label: 'Place', text: model.meeting.place || 'to be announced' },
    ...model.coChairs.map(({ seat, name }) => ({ label: `Co-chair, ${seat}`, text: name || 'not named' })),
    { label: 'Rounds', text: model.rounds.join(', ') || 'none' },
  ],
  summary: model.summary,
  decisions: model.decisions.map((decision) => ({ ...decision, by: typedDayInWords(decision.by) })),
  rounds: model.rounds,
  timeliness: model.timeliness.map(({ twg, rounds }) => ({
    twg,
    cells: rounds.map((one) => ({ text: timelinessInWords[one], weak: one === 'missing' || one === 'late' })),
  })),
  indicators: model.indicators
    .filter(({ lines }) => lines.length > 0)
    .map(({ twg, lines }) => ({ twg, table: indicatorTable(lines) })),
  funding: model.funding.map((year) => ({ ...fundingTable(year), year: yearName(year, model.funding) })),
  need: needInWords(model.gaps ?? []),
  gaps: (model.gaps ?? []).map(gapTable),
  obligations: model.obligations.map((obligation) => ({
    name: obligation.name,
    source: obligation.source,
    due: dayInWords(obligation.due),
    days: countdown(obligation.days),
  })),
  seat: model.seat
    ? `${model.seat.holder} holds the donor seat until ${dayInWords(model.seat.until)}; ${model.seat.next} is next.`
    : '',
  notes: model.notes,
  method: `Compiled from ${model.inputs.reports.length} report versions and ${numberInWords(model.inputs.movements)} ledger movements.`,
  sources: model.inputs.reports,
})

/** Whose need it is, of which months; empty where no report states one. */
const needInWords = ([first]: readonly FundingGap[]): string => {
  if (!first) return ''
  const { from, until, report, unknown } = first
  const lacking = unknown.length === 0 ? '' : ` Not available for: ${unknown.join(', ')}.`
  return `From ${dayInWords(from)} to ${dayInWords(until)}, as report ${report} states it.${lacking}`
}

/** A year that several sources tell is named with each. */
const yearName = ({ year, sources }: FundingYear, all: readonly FundingYear[]): string =>
  all.filter((other) => other.year === year).length > 1
    ? `${year}, as stated by ${sources.map(sourceInWords).join(', ')}`
    : String(year)

const countdown = (days: number): string => {
  if (days === 0) return 'today'
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`
  return days > 0 ? `in ${count}` : `${count} overdue`
}
