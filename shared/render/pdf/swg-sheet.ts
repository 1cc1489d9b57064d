import type { Brief, FundingYear, SwgBrief } from '#shared/domain/briefs/model.ts'
import { dayInWords } from '#shared/domain/day-in-words.ts'
import type { FundingGap } from '#shared/domain/ledger/analysis/gap.ts'
import { sourceInWords } from '#shared/domain/ledger/source-in-words.ts'
import { numberInWords } from '#shared/domain/number-in-words.ts'
import { versionInWords } from '../brief-file-name.ts'
import { momentInWords, typedDayInWords, weekdayInWords } from '../days-in-words.ts'
import { timelinessInWords } from '../timeliness-in-words.ts'
import { actionSheet } from './action-sheet.ts'
import { correctionsSheet } from './corrections-sheet.ts'
import { coverChart } from './cover-chart.ts'
import { fundingTable, gapTable } from './funding-table.ts'
import { indicatorTable } from './indicator-table.ts'
import { ledgerAnnex } from './ledger-annex.ts'
import { paragraphsOf } from './paragraphs.ts'
import { roundTableSheet } from './round-table.ts'

/** Decisions on the cover; the rest follow it. */
const ON_COVER = 3

/** What `swg-brief.typ` prints: every text as it stands on the page, empty lists and empty texts for what is left out. */

export const swgSheet = (
  brief: Pick<Brief, 'version'>,
  model: SwgBrief,
  { timeZone, webUrl }: { timeZone: string; webUrl: string },
) => ({
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
  corrections: correctionsSheet(model, timeZone),
  summary: model.summary,
  decisions: decisionsOf(model).slice(0, ON_COVER),
  furtherDecisions: decisionsOf(model).slice(ON_COVER),
  risks: model.risks,
  charts: model.chart ? coverChart(model.chart) : [],
  actionsDone:
    model.actions.total === 0
      ? ''
      : `${model.actions.done} of ${model.actions.total} since the meeting before are done.`,
  actions: model.actions.open.map(actionSheet),
  byRound: model.byRound.filter(({ rounds }) => rounds.length > 0).map(roundTableSheet),
  gender: model.gender.map(({ twg, text }) => ({ twg, paragraphs: paragraphsOf(text) })),
  agenda: model.agenda,
  annexes: model.twgBriefs.map(({ twg, round, key, version, summary, challenges, priorities }) => ({
    name: `${twg}, ${round}`,
    reference: `${key}, ${versionInWords(version)}`,
    summary,
    challenges: paragraphsOf(challenges),
    priorities,
  })),
  ledger: model.ledger.map((year) => ledgerAnnex(year, webUrl)),
  rounds: model.rounds,
  timeliness: model.timeliness.map(({ twg, rounds }) => ({
    twg,
    cells: rounds.map((one) => ({ text: timelinessInWords[one], weak: one === 'missing' || one === 'late' })),
  })),
  indicators: model.indicators
    .filter(({ lines }) => lines.length > 0)
    .map(({ twg, lines }) => ({ twg, table: indicatorTable(lines) })),
  funding: model.funding.map((year) => ({ ...fundingTable(year), year: yearName(year, model.funding) })),
  need: needInWords(model.gaps),
  gaps: model.gaps.map(gapTable),
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

/** Those due first come first; what has no day comes last. */
const decisionsOf = ({ decisions }: SwgBrief) =>
  decisions
    .toSorted((a, b) => ((a.by || '9') < (b.by || '9') ? -1 : (a.by || '9') > (b.by || '9') ? 1 : 0))
    .map((decision) => ({ ...decision, by: typedDayInWords(decision.by) }))

const countdown = (days: number): string => {
  if (days === 0) return 'today'
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`
  return days > 0 ? `in ${count}` : `${count} overdue`
}
