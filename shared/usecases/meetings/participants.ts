import type { Meeting } from '#shared/domain/calendar/meeting.ts'
import { seatTurnOn } from '#shared/domain/calendar/seat.ts'
import { holdsOn, type Role } from '#shared/domain/contact.ts'
import type { PlainDate } from '#shared/domain/dates.ts'
import { rolesInGroup } from '#shared/records/contacts.ts'
import type { Deps } from '../deps.ts'

type Sectoral = Pick<Deps, 'records' | 'sector'>

/** Who takes part on a day: a TWG's chair, alternate and members; for the working group its co-chairs, the TWG chairs and the donors. */
export const participants =
  (deps: Sectoral) =>
  async ({ group }: Pick<Meeting, 'group'>, day: PlainDate): Promise<string[]> => {
    const { sector } = deps
    if (group !== 'swg') return inOffice(await rolesInGroup(deps.records, group), day)
    const chairs = await Promise.all(sector.twgs.map((twg) => rolesInGroup(deps.records, twg.id)))
    const donors = await Promise.all(
      sector.donorSeat.donors.map((donor) => rolesInGroup(deps.records, `donor:${donor.id}`)),
    )
    return [
      ...new Set([
        ...(await coChairsOn(deps)(day)).map((coChair) => coChair.contact),
        ...inOffice(
          chairs.flat().filter(({ role }) => role.role === 'chair'),
          day,
        ),
        ...inOffice(donors.flat(), day),
      ]),
    ]
  }

const inOffice = (members: readonly { contact: string; role: Role }[], day: PlainDate): string[] => [
  ...new Set(members.filter(({ role }) => holdsOn(role, day)).map(({ contact }) => contact)),
]

export interface CoChair {
  readonly seat: string
  readonly contact: string
}

/** The co-chairs in office on a day: each fixed seat, and the donor whose turn it is. A seat nobody is named for is left out. */
export const coChairsOn =
  ({ records, sector }: Sectoral) =>
  async (day: PlainDate): Promise<CoChair[]> => {
    const roles = (await rolesInGroup(records, 'swg')).filter(
      ({ role }) => role.role === 'co-chair' && holdsOn(role, day),
    )
    const turn = seatTurnOn(day, sector)
    const donor = sector.donorSeat.donors.find(({ id }) => id === turn?.donor)
    const seats = [...sector.fixedSeats, ...(donor ? [donor] : [])]
    return seats.flatMap((seat) =>
      roles.filter(({ role }) => role.seat === seat.id).map(({ contact }) => ({ seat: seat.name, contact })),
    )
  }
