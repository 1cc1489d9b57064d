import { dayAt } from '#shared/domain/dates.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import { dataOf } from '#shared/events/event.ts'
import type { Deps } from '../deps.ts'
import { invite } from './invitations.ts'
import { participants } from './participants.ts'
import { scheduledAhead } from './scheduled-ahead.ts'

/** After somebody was given a role: the invitations to meetings ahead that went out before, also to one that this person was taken off. */
export const inviteJoiner =
  (deps: Deps) =>
  async (event: Envelope): Promise<void> => {
    const { contact } = dataOf(event, 'RoleGiven')
    const today = dayAt(event.time, deps.sector.timeZone)
    for (const meeting of await scheduledAhead(deps, event.time)) {
      if ((await participants(deps)(meeting, today)).includes(contact)) await invite(deps)(meeting, contact, event)
    }
  }
