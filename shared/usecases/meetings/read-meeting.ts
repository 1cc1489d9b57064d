import { isMendable, type Meeting, meetingStart } from '#shared/domain/calendar/meeting.ts'
import { type Actor, isInOffice, isSecretariat, mayReport } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import type { Minutes } from '#shared/domain/minutes.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { readMeeting } from '#shared/records/calendar.ts'
import { readContact } from '#shared/records/contacts.ts'
import { readMinutes } from '#shared/records/minutes.ts'
import type { Deps } from '../deps.ts'
import { participants } from './participants.ts'
import { proposeAgenda } from './propose-agenda.ts'

/** A meeting as its page shows it. */
export interface MeetingSheet {
  readonly meeting: Meeting
  /** Names of those who take part, by their roles on its day. */
  readonly participants: readonly string[]
  /** What the secretariat may put on the agenda and has not; for the secretariat, before the meeting. */
  readonly proposedAgenda: readonly string[]
  readonly minutes: Minutes | undefined
  readonly mayChange: boolean
  readonly mayRecord: boolean
}

/** @throws UserError `forbidden`, `not-found` */
export const readMeetingSheet =
  (deps: Deps) =>
  async (id: string, actor: Actor, now: Instant): Promise<MeetingSheet> => {
    const { records, sector } = deps
    const today = dayAt(now, sector.timeZone)
    if (!isInOffice(actor.roles, today))
      throw new UserError('forbidden', say`Meetings are for people with a role in the sector`)
    const meeting = (await readMeeting(records, id))?.value
    if (!meeting) throw new UserError('not-found', say`There is no such meeting`)
    const secretariat = isSecretariat(actor.roles, today)
    const [contacts, proposed, minutes] = await Promise.all([
      participants(deps)(meeting, meeting.day),
      secretariat && (meeting.status === 'proposed' || meeting.status === 'scheduled')
        ? proposeAgenda(deps)(meeting)
        : [],
      readMinutes(records, id),
    ])
    const names = await Promise.all(
      contacts.map(async (contact) => (await readContact(records, contact))?.contact.value.name ?? ''),
    )
    const begun = meetingStart(meeting, sector.timeZone) <= now
    return {
      meeting,
      participants: names.filter((name) => name !== '').toSorted((a, b) => a.localeCompare(b, 'en')),
      proposedAgenda: proposed.filter((item) => !meeting.agenda?.includes(item)),
      minutes,
      mayChange: secretariat && isMendable(meeting, minutes !== undefined, today),
      mayRecord:
        begun &&
        (meeting.status === 'scheduled' || meeting.status === 'held') &&
        mayReport(actor.roles, meeting.group, today),
    }
  }
