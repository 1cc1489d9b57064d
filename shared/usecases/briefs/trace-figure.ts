import type { Brief } from '#shared/domain/briefs/model.ts'
import {
  type FigurePlace,
  figureAtPlace,
  type PlacedFigure,
  roundsLeftOut,
  type TracedReport,
  tracedReport,
} from '#shared/domain/briefs/trace.ts'
import type { Actor } from '#shared/domain/contact.ts'
import type { Instant } from '#shared/domain/dates.ts'
import { rowFormOf } from '#shared/domain/forms/index.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { readReportVersion } from '#shared/records/reports.ts'
import type { Deps } from '../deps.ts'
import { readBrief } from './read-brief.ts'

export interface FigureTrace extends PlacedFigure {
  readonly brief: Pick<Brief, 'key' | 'version'>
  readonly place: FigurePlace
  readonly reports: readonly TracedReport[]
  /** Rounds of the year of which it holds nothing. */
  readonly roundsLeftOut: readonly string[]
}

/**
 * The report versions behind a figure of a brief, with what each gave to it. Whoever may read the brief may ask.
 * @param version 0 for a brief that was never released
 * @throws UserError `forbidden`, `not-found`
 */
export const traceFigure =
  (deps: Deps) =>
  async (
    { key, version, place }: { key: string; version: number; place: FigurePlace },
    actor: Actor,
    now: Instant,
  ): Promise<FigureTrace> => {
    const { records, sector } = deps
    const brief = await readBrief(deps)(key, actor, now, version === 0 ? undefined : version)
    const found = figureAtPlace(brief.model, place)
    const indicator = rowFormOf(place.twg)?.indicators.find(({ id }) => id === place.indicator)
    if (!found || !indicator) throw new UserError('not-found', say`There is no such figure in this brief`)
    const reports = await Promise.all(
      found.figure.sources.map(async (reference) => {
        const [round = '', twg = '', named = ''] = reference.split('/')
        const report = await readReportVersion(records, round, twg, Number(named.slice(1)))
        return report && tracedReport(indicator, report, place, sector)
      }),
    )
    return {
      ...found,
      brief: { key, version },
      place,
      reports: reports.filter((report) => report !== undefined),
      roundsLeftOut: roundsLeftOut(brief.model, place, found.figure, indicator),
    }
  }
