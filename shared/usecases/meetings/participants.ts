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
    const coChairs = group === 'swg' ? await coChairRolesOn(deps, day) : []
    const members = [...coChairs, ...(await membersOf(deps, group))]
    return contactsOf(members.filter(({ role }) => holdsOn(role, day) && !hasLeft(role, today)))
  }

/** Whoever a meeting of a group, on whatever day, may have invited and who has not left by `today`: of the working group every seat's people. */
export const everInvited =
  (deps: Sectoral) =>
  async (group: string, today: PlainDate): Promise<string[]> => {
    const coChairs = group === 'swg' ? await rolesInGroup(deps.records, 'swg') : []
    const members = [...coChairs, ...(await membersOf(deps, group))]
    return contactsOf(members.filter(({ role }) => !hasLeft(role, today)))
  }

interface Member {
  readonly contact: string
  readonly role: Role
}

/** A TWG's people; for the working group the TWG chairs and the donors. Its co-chairs go by turns. */
const membersOf = async ({ records, sector }: Sectoral, group: string): Promise<Member[]> => {
  if (group !== 'swg') return rolesInGroup(records, group)
  const chairs = await Promise.all(sector.twgs.map((twg) => rolesInGroup(records, twg.id)))
  const donors = await Promise.all(sector.donorSeat.donors.map((donor) => rolesInGroup(records, `donor:${donor.id}`)))
  return [...chairs.flat().filter(({ role }) => role.role === 'chair'), ...donors.flat()]
}

const hasLeft = ({ until }: Role, today: PlainDate): boolean => until !== undefined && until < today

const contactsOf = (members: readonly Member[]): string[] => [...new Set(members.map(({ contact }) => contact))]

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
