import type { Envelope } from '#shared/events/envelope.ts'
import type { Deps } from '../deps.ts'
import { mailInvitations } from './invitations.ts'
import { scheduledAhead } from './scheduled-ahead.ts'

/** After the order of turns in the donor seat changed: the working group's meetings ahead invite whose turn it will be, and take off whose it was to be. */
export const inviteTurns =
  (deps: Deps) =>
  async (event: Envelope): Promise<void> => {
    for (const meeting of await scheduledAhead(deps, event.time)) {
      if (meeting.group === 'swg') await mailInvitations(deps)(meeting, event)
    }
  }
