import { twgMeeting } from '#shared/domain/calendar/meeting.ts'
import { roundReminders } from '#shared/domain/calendar/reminder.ts'
import { type Round, roundFor } from '#shared/domain/calendar/round.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { type Cause, eventOf } from '#shared/events/event.ts'
import { readRound, reminderWrite, roundWrite } from '#shared/records/calendar.ts'
import { eventWrites } from '#shared/records/events.ts'
import type { Stored } from '#shared/records/record.ts'
import { transactOnce, type Write } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { proposeMeeting } from './propose-meeting.ts'

/** Moves a round that is due on by one step: opens it, closes it, asks for its briefs. */
export const advanceRound =
  (deps: Deps) =>
  async (id: string, now: Instant, activated: Instant): Promise<void> => {
    const stored = await readRound(deps.records, id)
    switch (stored?.value.status) {
      case 'announced':
        return open(deps, stored, now, activated)
      case 'open':
        return step(deps, stored, 'closed', now, (cause) => [
          ...eventWrites(
            eventOf(
              {
                id: deps.platform.newId(now),
                type: 'ReportingRoundClosed',
                subject: `round/${id}`,
                sequence: stored.version + 1,
                data: { round: id },
              },
              cause,
            ),
          ),
        ])
      case 'closed':
        return step(deps, stored, 'compiled', now, (cause) =>
          deps.sector.twgs.flatMap((twg) =>
            eventWrites(
              eventOf(
                {
                  id: deps.platform.newId(now),
                  type: 'BriefRequested',
                  subject: `brief/${id}/${twg.id}`,
                  sequence: 1,
                  data: { brief: `${id}/${twg.id}`, kind: 'twg' },
                },
                cause,
              ),
            ),
          ),
        )
    }
  }

/** Reminders and the meeting proposal of each TWG first, each once; then the round itself. A crash between them is mended by the next sweep. */
const open = async (deps: Deps, stored: Stored<Round>, now: Instant, activated: Instant): Promise<void> => {
  const { records, sector, platform } = deps
  const round = stored.value
  for (const twg of sector.twgs) {
    const reminders = roundReminders(roundFor(round, twg.id, sector), twg.id, activated, sector)
    if (reminders.length > 0)
      await transactOnce(
        records,
        reminders.map((reminder) => reminderWrite(reminder, undefined)),
      )
    const meeting = twgMeeting(round.id, twg, sector)
    if (meeting.day > dayAt(now, sector.timeZone)) await proposeMeeting(deps)(meeting, now)
  }
  await step(deps, stored, 'open', now, (cause) =>
    eventWrites(
      eventOf(
        {
          id: platform.newId(now),
          type: 'ReportingRoundOpened',
          subject: `round/${round.id}`,
          sequence: stored.version + 1,
          data: { round: round.id, due: round.due, closed: round.closed },
        },
        cause,
      ),
    ),
  )
}

const step = async (
  { records, sector }: Deps,
  stored: Stored<Round>,
  status: Round['status'],
  now: Instant,
  events: (cause: Cause) => Write[],
): Promise<void> => {
  const moved = { ...stored.value, status }
  await transactOnce(records, [roundWrite(moved, stored, sector.timeZone), ...events({ now, actor: 'system' })])
}
