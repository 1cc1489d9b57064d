import * as z from 'zod'
import { dayAt, type Instant, type PlainDate } from '#shared/domain/dates.ts'
import { contentOf } from '#shared/domain/ledger/import/content.ts'
import { say } from '#shared/domain/words/say.ts'
import type { Cause } from '#shared/events/event.ts'
import {
  contributionIdOf,
  readContributionRecorded,
  reasonOf,
} from '#shared/events/intake/read-contribution-recorded.ts'
import { intakeWrite, readIntake } from '#shared/records/intakes.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { underKnownName } from '../ledger/known-donors.ts'
import { parentMistake } from '../ledger/parent-mistake.ts'
import { newContributionWrites } from '../ledger/record-contribution.ts'
import { type ForeignEvent, refuseEvent } from './refuse-event.ts'

const TAKEN_IN = 'ContributionRecorded'

const AFTER_PARENT = 'Send this event again once the contribution that it passes on is recorded'
const RECORDED_BEFORE =
  'This id was recorded before with other content: a contribution is corrected on its page, a new one has an id of its own'

/**
 * Takes in what another system put on the bus, once for each (source, detail.id), whatever is replayed.
 * An event is known by what it says, not by how it is spelt. What fails validation, and other content under an id that is
 * recorded, is kept with every reason and announced as IntakeRejected: nothing is lost.
 * @param arrivedAt when our queue had it; the time in an event is whatever its sender says
 */
export const takeInEvent =
  (deps: Deps) =>
  async (event: ForeignEvent, arrivedAt: Instant): Promise<void> => {
    const { source, detail } = event
    const own = z.object({ id: z.string().min(1) }).safeParse(detail)
    const senderKey = own.success ? own.data.id : `event:${event.id}`
    const cause: Cause = { now: arrivedAt, actor: `system/${source}` }
    const read = readForeign(deps, event, dayAt(arrivedAt, deps.sector.timeZone))
    const intake = contributionIdOf(source, senderKey)
    const { parent } = 'reasons' in read ? read : read.contribution.contribution
    const wrong = await parentMistake(deps.records, parent, { of: intake })
    const wrongParent = wrong
      ? [reasonOf({ path: 'data.parent', message: say`${wrong}. ${AFTER_PARENT}` }, detail)]
      : []
    if ('reasons' in read) return refuseEvent(deps, event, senderKey, [...read.reasons, ...wrongParent], cause)
    const { contribution } = read
    // What was recorded before stays so when it is replayed, whatever became of its parent.
    if (wrong && !(await readIntake(deps.records, intake)))
      return refuseEvent(deps, event, senderKey, wrongParent, cause)
    const content = contentOf(contribution)
    const about = { source, type: event['detail-type'], receivedAt: arrivedAt, content }
    const isNew = await transactOnce(deps.records, [
      intakeWrite(intake, { ...about, outcome: 'recorded', reasons: [] }),
      ...newContributionWrites(deps, intake, await underKnownName(deps, contribution), cause),
    ])
    if (isNew) return
    const before = (await readIntake(deps.records, intake))?.value.content
    if (before !== undefined && before !== content) await refuseEvent(deps, event, senderKey, [RECORDED_BEFORE], cause)
  }

const readForeign = (
  { sector }: Deps,
  { 'detail-type': type, detail, source }: ForeignEvent,
  today: PlainDate,
): ReturnType<typeof readContributionRecorded> => {
  if (type === TAKEN_IN) return readContributionRecorded(detail, source, sector, today)
  return { reasons: [`Events of type “${type.slice(0, 100)}” are not taken in: send ${TAKEN_IN}`], parent: '' }
}
