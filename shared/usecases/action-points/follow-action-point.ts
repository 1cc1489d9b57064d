import { isClosed } from '#shared/domain/action-point.ts'
import { ACTION_RULES, actionReminders } from '#shared/domain/calendar/reminder.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import { dataOf } from '#shared/events/event.ts'
import { readActionPoint } from '#shared/records/action-points.ts'
import { setReminders } from '../calendar/set-reminders.ts'
import type { Deps } from '../deps.ts'

/** After an action point was opened or updated: its reminders follow its due date while it is open, and end with it. */
export const followActionPoint =
  (deps: Deps) =>
  async (event: Envelope): Promise<void> => {
    const { records, sector } = deps
    const point = await readActionPoint(records, dataOf(event, 'ActionPointUpdated').actionPoint)
    if (!point) return
    const wanted = isClosed(point) ? [] : actionReminders(point, event.time, sector)
    await setReminders(deps, `action/${point.id}`, Object.keys(ACTION_RULES), wanted)
  }
