import { Draft, TwgReport } from '#shared/domain/report.ts'
import { keys } from './keys.ts'
import { itemOf, readItem, type Stored, unchanged } from './record.ts'
import type { RecordStore, Write } from './record-store.ts'

/** The current report of a round and TWG, and the immutable version beside it. */
export const reportWrites = (report: TwgReport, current: Stored<TwgReport> | undefined): Write[] => [
  { put: itemOf(keys.report(report.round, report.twg), report, (current?.version ?? 0) + 1), when: unchanged(current) },
  { put: itemOf(keys.reportVersion(report.round, report.twg, report.version), report, 1), when: 'absent' },
]

export const readReport = async (
  records: RecordStore,
  round: string,
  twg: string,
): Promise<Stored<TwgReport> | undefined> => readItem(TwgReport, await records.get(keys.report(round, twg)))

export const readReportVersion = async (
  records: RecordStore,
  round: string,
  twg: string,
  version: number,
): Promise<TwgReport | undefined> =>
  readItem(TwgReport, await records.get(keys.reportVersion(round, twg, version)))?.value

export const draftWrite = (round: string, twg: string, draft: Draft, stored: Stored<Draft> | undefined): Write => ({
  put: itemOf(keys.draft(round, twg), draft, (stored?.version ?? 0) + 1),
  when: unchanged(stored),
})

export const readDraftItem = async (
  records: RecordStore,
  round: string,
  twg: string,
): Promise<Stored<Draft> | undefined> => readItem(Draft, await records.get(keys.draft(round, twg)))
