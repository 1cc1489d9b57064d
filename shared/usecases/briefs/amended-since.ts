import type { Brief } from '#shared/domain/briefs/model.ts'
import { referenceOf, type TwgReport } from '#shared/domain/report.ts'
import { readReport } from '#shared/records/reports.ts'
import type { Deps } from '../deps.ts'

/** A report that stands in another version than the one a brief was compiled from. */
export type AmendedReport = Pick<TwgReport, 'round' | 'twg' | 'version'>

/** The reports behind a released brief that were amended since; a draft follows its reports, so none of a draft. */
export const amendedSince =
  ({ records }: Pick<Deps, 'records'>) =>
  async ({ status, model }: Brief): Promise<AmendedReport[]> => {
    if (status === 'draft') return []
    const current = await Promise.all(
      model.inputs.reports.map(async (reference) => {
        const [round = '', twg = ''] = reference.split('/')
        return (await readReport(records, round, twg))?.value
      }),
    )
    return current
      .filter((report) => report !== undefined)
      .filter((report) => !model.inputs.reports.includes(referenceOf(report)))
      .map(({ round, twg, version }) => ({ round, twg, version }))
  }
