import type { Sector } from '#shared/sector/schema.ts'
import type { Messages } from '../../messages/index.ts'

type Option = readonly [value: string, label: string]

/** What a role can belong to: the working group, one of its TWGs, a donor. */
export const groupOptions = (sector: Sector, t: Messages): readonly Option[] => [
  ['swg', t.contacts.workingGroup],
  ...sector.twgs.map(({ id, name }): Option => [id, name]),
  ...sector.donorSeat.donors.map(({ id, name }): Option => [`donor:${id}`, t.contacts.donorGroup(name)]),
]

/** The seats of the co-chairs: the fixed ones, and each donor's turn. */
export const seatOptions = (sector: Sector): readonly Option[] =>
  [...sector.fixedSeats, ...sector.donorSeat.donors].map(({ id, name }) => [id, name])
