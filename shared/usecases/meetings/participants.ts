import type { Meeting } from '#shared/domain/calendar/meeting.ts'
import { seatTurnOn } from '#shared/domain/calendar/seat.ts'
import { holdsOn, type Role } from '#shared/domain/contact.ts'
import type { PlainDate } from '#shared/domain/dates.ts'
import { rolesInGroup } from '#shared/records/contacts.ts'
import { readSeatChanges } from '#shared/records/seat.ts'
import type { Deps } from '../deps.ts'

type Sectoral = Pick<Deps, 'records' | 'sector'>

/**
 * Who takes part in a meeting, by the roles of its day: a TWG's chair, alternate and members; for the working group its co-chairs,
 * the TWG chairs and the donors. Whoever has left by `today` hears no more of it.
 */
export const participants =
  (deps: Sectoral) =>
  async ({ group, day }: Pick<Meeting, 'group' | 'day'>, today: PlainDate): Promise<string[]> => {
    const { sector } = deps
    const inOffice = (members: readonly { contact: string; role: Role }[]): string[] => [
      ...new Set(
        members
          .filter(({ role }) => holdsOn(role, day) && (role.until === undefined || today <= role.until))
          .map(({ contact }) => contact),
      ),
    ]
    if (group !== 'swg') return inOffice(await rolesInGroup(deps.records, group))
    const chairs = await Promise.all(sector.twgs.map((twg) => rolesInGroup(deps.records, twg.id)))
    const donors = await Promise.all(
      sector.donorSeat.donors.map((donor) => rolesInGroup(deps.records, `donor:${donor.id}`)),
    )
    return [
      ...new Set([
        ...inOffice(await coChairRolesOn(deps, day)),
        ...inOffice(chairs.flat().filter(({ role }) => role.role === 'chair')),
        ...inOffice(donors.flat()),
      ]),
    ]
  }

export interface CoChair {
  readonly seat: string
  readonly contact: string
}

/** The co-chairs in office on a day: each fixed seat, and the donor whose turn it is. A seat nobody is named for is left out. */
export const coChairsOn =
  (deps: Sectoral) =>
  async (day: PlainDate): Promise<CoChair[]> =>
    (await coChairRolesOn(deps, day)).map(({ seat, contact }) => ({ seat, contact }))

const coChairRolesOn = async (
  { records, sector }: Sectoral,
  day: PlainDate,
): Promise<(CoChair & { readonly role: Role })[]> => {
  const [members, changes] = await Promise.all([rolesInGroup(records, 'swg'), readSeatChanges(records)])
  const roles = members.filter(({ role }) => role.role === 'co-chair' && holdsOn(role, day))
  const turn = seatTurnOn(day, sector, changes)
  const donor = sector.donorSeat.donors.find(({ id }) => id === turn?.donor)
  const seats = [...sector.fixedSeats, ...(donor ? [donor] : [])]
  return seats.flatMap((seat) =>
    roles.filter(({ role }) => role.seat === seat.id).map(({ contact, role }) => ({ seat: seat.name, contact, role })),
  )
}
