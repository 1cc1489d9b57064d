import { DiscardedDraft, Draft, TwgReport, type Verdict, type Withdrawal } from '#shared/domain/report.ts'
import { keys, lists } from './keys.ts'
import { itemOf, nounOf, packed, readItem, type Stored, unchanged } from './record.ts'
import { collect, type Item, type RecordStore, type Write } from './record-store.ts'

/** The current report of a round and TWG, and the immutable version beside it. */
export const reportWrites = (report: TwgReport, current: Stored<TwgReport> | undefined): Write[] => {
  const data = packed(report)
  return [
    currentWrite(report, current, data),
    { put: itemOf(keys.reportVersion(report.round, report.twg, report.version), data, 1), when: 'absent' },
  ]
}

/** What the secretariat said to the current version: in the current report, and for ever beside the version. */
export const verdictWrites = (judged: TwgReport & { verdict: Verdict }, current: Stored<TwgReport>): Write[] => {
  const { round, twg, version, status, verdict } = judged
  return [
    currentWrite(judged, current),
    { put: itemOf(keys.verdict(round, twg, version), { status, verdict }, 1), when: 'absent' },
  ]
}

/** The accepted version is current again, and beside the one that was withdrawn it says for ever who did it and why. */
export const withdrawalWrites = (
  standing: TwgReport & { withdrawal: Withdrawal },
  current: Stored<TwgReport>,
): Write[] => {
  const { round, twg, withdrawal } = standing
  return [
    currentWrite(standing, current),
    {
      put: itemOf(keys.withdrawal(round, twg, withdrawal.version), { withdrawal }, 1),
      when: 'absent',
    },
  ]
}

/** A report is in the list of those that wait while nobody has accepted or returned it. */
const currentWrite = (report: TwgReport, current: Stored<TwgReport> | undefined, data = packed(report)): Write => ({
  put: itemOf(
    keys.report(report.round, report.twg),
    data,
    (current?.version ?? 0) + 1,
    report.status === 'submitted'
      ? { list: [lists.reportsWaiting, `${report.submittedAt}#${report.round}#${report.twg}`] }
      : {},
  ),
  when: unchanged(current),
})

export const readReport = async (
  records: RecordStore,
  round: string,
  twg: string,
): Promise<Stored<TwgReport> | undefined> => readItem(TwgReport, await records.get(keys.report(round, twg)))

/** One version with what became of it. */
export const readReportVersion = async (
  records: RecordStore,
  round: string,
  twg: string,
  version: number,
): Promise<TwgReport | undefined> => {
  const { PK, SK } = keys.reportVersion(round, twg, version)
  return versionsIn(await collect(records.query({ partition: PK, sort: { beginsWith: SK } })))[0]
}

/** Every version with what became of it, newest first. */
export const readReportVersions = async (records: RecordStore, round: string, twg: string): Promise<TwgReport[]> => {
  const { PK } = keys.draft(round, twg)
  return versionsIn(await collect(records.query({ partition: PK, sort: { beginsWith: 'V#' } }))).toReversed()
}

/** Versions in order, each with what stands beside it: its verdict, then that it was withdrawn. */
const versionsIn = (items: readonly Item[]): TwgReport[] => {
  const bySort = new Map(items.map((item) => [item.SK, nounOf(item) as object]))
  return items
    .filter(({ SK }) => !/#(VERDICT|WITHDRAWAL)$/.test(SK))
    .map(({ SK }) =>
      TwgReport.parse({ ...bySort.get(SK), ...bySort.get(`${SK}#VERDICT`), ...bySort.get(`${SK}#WITHDRAWAL`) }),
    )
}

/** Reports that wait to be accepted or returned, the longest waiting first. Read from an index: a moment late. */
export const reportsWaiting = async (records: RecordStore, limit: number): Promise<TwgReport[]> =>
  (await collect(records.query({ index: 'GSI1', partition: lists.reportsWaiting, limit }))).map((item) =>
    TwgReport.parse(nounOf(item)),
  )

export const draftWrite = (round: string, twg: string, draft: Draft, stored: Stored<Draft> | undefined): Write => ({
  put: itemOf(keys.draft(round, twg), packed(draft), (stored?.version ?? 0) + 1),
  when: unchanged(stored),
})

export const readDraftItem = async (
  records: RecordStore,
  round: string,
  twg: string,
): Promise<Stored<Draft> | undefined> => readItem(Draft, await records.get(keys.draft(round, twg)))

export const discardedDraftWrite = (round: string, twg: string, discarded: DiscardedDraft): Write => ({
  put: itemOf(keys.discardedDraft(round, twg, discarded.at), discarded, 1),
  when: 'absent',
})

/** Drafts that were given up, the latest first. */
export const readDiscardedDrafts = async (
  records: RecordStore,
  round: string,
  twg: string,
): Promise<DiscardedDraft[]> => {
  const { PK } = keys.draft(round, twg)
  const items = await collect(records.query({ partition: PK, sort: { beginsWith: 'DISCARDED#' }, newestFirst: true }))
  return items.map(({ data }) => DiscardedDraft.parse(data))
}
