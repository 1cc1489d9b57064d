import { holdsOn, isSecretariat, type Role } from '../contact.ts'
import type { PlainDate } from '../dates.ts'

/** The donors that someone records for: the group of a focal point's role is `donor:<id>`. */
export const donorsOf = (roles: readonly Role[], day: PlainDate): string[] =>
  roles
    .filter((role) => role.role === 'donor-focal-point' && holdsOn(role, day))
    .map(({ group }) => group.slice('donor:'.length))

/** The secretariat records for every donor, a focal point for its own. */
export const mayRecordFor = (roles: readonly Role[], donor: string, day: PlainDate): boolean =>
  isSecretariat(roles, day) || donorsOf(roles, day).includes(donor)

/** Whether someone records for any donor at all. */
export const mayRecord = (roles: readonly Role[], day: PlainDate): boolean =>
  isSecretariat(roles, day) || donorsOf(roles, day).length > 0

/** The ledger in full is for people with a role in the sector. */
export const mayReadLedger = (roles: readonly Role[], day: PlainDate): boolean =>
  roles.some((role) => holdsOn(role, day))
