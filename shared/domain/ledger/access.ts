import { holdsOn, isSecretariat, type Role } from '../contact.ts'
import type { PlainDate } from '../dates.ts'
import type { Contribution } from './contribution.ts'

/** The donors that someone records for: the group of a focal point's role is `donor:<id>`. */
export const donorsOf = (roles: readonly Role[], day: PlainDate): string[] =>
  roles
    .filter((role) => role.role === 'donor-focal-point' && holdsOn(role, day))
    .map(({ group }) => group.slice('donor:'.length))

/** The secretariat records for every donor, a focal point for its own. */
export const mayRecordFor = (roles: readonly Role[], donor: string, day: PlainDate): boolean =>
  isSecretariat(roles, day) || donorsOf(roles, day).includes(donor)

/** A focal point speaks as the donor alone: what others state of it is theirs, and is answered with an explanation. */
export const mayChange = (
  roles: readonly Role[],
  { donor, source }: Pick<Contribution, 'donor' | 'source'>,
  day: PlainDate,
): boolean => isSecretariat(roles, day) || (source === 'donor' && donorsOf(roles, day).includes(donor.id))

/** Whether someone records for any donor at all. */
export const mayRecord = (roles: readonly Role[], day: PlainDate): boolean =>
  isSecretariat(roles, day) || donorsOf(roles, day).length > 0

/** The ledger in full is for people with a role in the sector. */
export const mayReadLedger = (roles: readonly Role[], day: PlainDate): boolean =>
  roles.some((role) => holdsOn(role, day))
