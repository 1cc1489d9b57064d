import { dayAt } from '#shared/domain/dates.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import { dataOf } from '#shared/events/event.ts'
import { readMeeting } from '#shared/records/calendar.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { mailWrites } from '../mail/request-mail.ts'
import { participants } from './participants.ts'

/** After minutes were recorded: mails each version to whoever took part and is still in office, once. */
export const mailMinutes =
  (deps: Deps) =>
  async (event: Envelope): Promise<void> => {
    const { meeting: id, version } = dataOf(event, 'MinutesRecorded')
    const meeting = (await readMeeting(deps.records, id))?.value
    if (!meeting) return
    const content = { kind: 'minutes' as const, meeting: id, version }
    const cause = { now: event.time, actor: 'system', causedBy: event }
    for (const contact of await participants(deps)(meeting, dayAt(event.time, deps.sector.timeZone)))
      await transactOnce(deps.records, mailWrites(deps, { contact, content, subject: `minutes/${id}`, version }, cause))
  }
