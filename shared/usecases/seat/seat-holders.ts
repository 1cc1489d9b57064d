import type { SeatTurn } from '#shared/domain/calendar/seat.ts'
import { holdsOn } from '#shared/domain/contact.ts'
import { later, type PlainDate } from '#shared/domain/dates.ts'
import { rolesInGroup } from '#shared/records/contacts.ts'
import type { Deps } from '../deps.ts'

/** Whoever is named for the donors of some turns: today, or when a turn begins that has not. */
export const seatHolders = async (
  { records }: Pick<Deps, 'records'>,
  turns: readonly Pick<SeatTurn, 'donor' | 'from'>[],
  today: PlainDate,
): Promise<string[]> => {
  const roles = (await rolesInGroup(records, 'swg')).filter(({ role }) => role.role === 'co-chair')
  return [
    ...new Set(
      turns.flatMap(({ donor, from }) =>
        roles
          .filter(({ role }) => role.seat === donor && holdsOn(role, later(today, from)))
          .map(({ contact }) => contact),
      ),
    ),
  ]
}
