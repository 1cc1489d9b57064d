import type { Meeting } from '#shared/domain/calendar/meeting.ts'
import { addDays, instantAt } from '#shared/domain/calendar-days.ts'
import { type Actor, isInOffice } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { meetingsBetween } from '#shared/records/calendar.ts'
import type { Deps } from '../deps.ts'

const BACK_DAYS = 60
const AHEAD_DAYS = 365

/** The meetings of the last two months and of the year ahead, in order. */
export const listMeetings =
  ({ records, sector }: Pick<Deps, 'records' | 'sector'>) =>
  async (now: Instant): Promise<Meeting[]> => {
    const today = dayAt(now, sector.timeZone)
    const at = (days: number) => instantAt(addDays(today, days), '00:00', sector.timeZone)
    return meetingsBetween(records, at(-BACK_DAYS), at(AHEAD_DAYS))
  }

/** As `listMeetings`, for a person: places and links are for people with a role. @throws UserError `forbidden` */
export const listMeetingsFor =
  (deps: Pick<Deps, 'records' | 'sector'>) =>
  async (actor: Actor, now: Instant): Promise<Meeting[]> => {
    if (!isInOffice(actor.roles, dayAt(now, deps.sector.timeZone)))
      throw new UserError('forbidden', say`Meetings are for people with a role in the sector`)
    return listMeetings(deps)(now)
  }
