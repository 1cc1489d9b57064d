import { ActionPoint, isClosed } from '#shared/domain/action-point.ts'
import { keys, lists } from './keys.ts'
import { itemOf, readItem } from './record.ts'
import { collect, type RecordStore, type Write } from './record-store.ts'

/** Writes a version of an action point after the one before it, or a new point. */
export const actionPointWrite = (point: ActionPoint): Write => ({
  put: itemOf(keys.actionPoint(point.id), point, point.version, {
    list: [lists.actionPoints(point.group), `${isClosed(point) ? 'closed' : 'open'}#${point.due}#${point.id}`],
  }),
  when: point.version === 1 ? 'absent' : { version: point.version - 1 },
})

export const readActionPoint = async (records: RecordStore, id: string): Promise<ActionPoint | undefined> =>
  readItem(ActionPoint, await records.get(keys.actionPoint(id)))?.value

/** The open points of a group, the longest overdue first. Read from an index: writers condition on each point's version. */
export const openActionPoints = (records: RecordStore, group: string): Promise<ActionPoint[]> =>
  listed(records, group, { sort: { beginsWith: 'open#' } })

/** The points of a group that were done or cancelled, the latest due first. */
export const closedActionPoints = (records: RecordStore, group: string, limit: number): Promise<ActionPoint[]> =>
  listed(records, group, { sort: { beginsWith: 'closed#' }, newestFirst: true, limit })

const listed = async (records: RecordStore, group: string, query: object): Promise<ActionPoint[]> =>
  (await collect(records.query({ index: 'GSI1', partition: lists.actionPoints(group), ...query }))).map((item) =>
    ActionPoint.parse(item.data),
  )
