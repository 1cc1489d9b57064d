import { columnName } from '#shared/domain/briefs/column-name.ts'
import type { Brief, TwgBrief } from '#shared/domain/briefs/model.ts'
import { dayInWords } from '#shared/domain/day-in-words.ts'
import { versionInWords } from '../brief-file-name.ts'
import { localMoment, momentInWords, typedDayInWords } from '../days-in-words.ts'
import { timelinessInWords } from '../timeliness-in-words.ts'
import { actionSheet } from './action-sheet.ts'
import { correctionsSheet } from './corrections-sheet.ts'
import { indicatorTable } from './indicator-table.ts'
import { paragraphsOf } from './paragraphs.ts'
import { provinceTable } from './province-table.ts'

/** What `twg-brief.typ` prints: every text as it stands on the page, empty lists and empty texts for what is left out. */
export const twgSheet = (brief: Pick<Brief, 'version'>, model: TwgBrief, timeZone: string) => {
  const cutOff = momentInWords(model.inputs.cutOff, timeZone)
  return {
    title: `${model.twg.name}: quarterly brief ${model.round}`,
    sector: model.sector,
    key: model.key,
    version: versionInWords(brief.version),
    cutOff,
    name: model.twg.name,
    period: `${model.round} · ${dayInWords(model.period.from)} – ${dayInWords(model.period.until)}`,
    facts: [
      { label: 'Chair', text: model.chair || 'not named' },
      { label: 'Report', text: capital(timelinessInWords[model.timeliness]) },
      { label: 'Version', text: versionInWords(brief.version) },
      { label: 'Data to', text: localMoment(model.inputs.cutOff, timeZone) },
    ],
    corrections: correctionsSheet(model, timeZone),
    statement: statementOf(model),
    summary: model.summary,
    indicators: model.indicators.length > 0 ? [indicatorTable(model.indicators)] : [],
    provinces: model.provinces?.rows.length ? [provinceTable(model.provinces, columnIn(model))] : [],
    narratives: [
      { heading: 'Achievements', paragraphs: paragraphsOf(model.achievements) },
      { heading: 'Challenges', paragraphs: paragraphsOf(model.challenges) },
      { heading: 'Gender and inclusion', paragraphs: paragraphsOf(model.gender) },
    ].filter(({ paragraphs }) => paragraphs.length > 0),
    decisions: model.decisions.map((decision) => ({ ...decision, by: typedDayInWords(decision.by) })),
    priorities: model.priorities,
    actions: model.actions.map(actionSheet),
    meetings: model.meetings.map((meeting) => ({ ...meeting, day: dayInWords(meeting.day) })),
    notes: model.notes,
    sources: model.inputs.reports,
  }
}

/** A column of the province table is named like its indicator, with its unit behind: `Area cleared (m²)`. */
const columnIn = (model: TwgBrief) => (named: string) => {
  const line = model.indicators.find((candidate) => columnName(candidate) === named)
  return { label: line?.label ?? named, unit: line?.unit ?? '' }
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

const statementOf = (model: TwgBrief): string => {
  const because = (reason: string | undefined) => (reason ? `: ${reason}` : '.')
  switch (model.timeliness) {
    case 'nil':
      return `Nil return, nothing to report${because(model.nilReason)}`
    case 'missing':
      return 'No report was received before the round closed. The figures of this quarter are missing, not zero.'
    case 'awaited':
      return 'The report has not been received yet; the round is still open.'
    case 'late':
      return `The report was received after its due date${because(model.lateReason)}`
    case 'on-time':
      return ''
  }
}
