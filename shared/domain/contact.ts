import * as z from 'zod'
import { Instant, PlainDate } from './dates.ts'

export const RoleName = z.enum(['chair', 'alternate', 'member', 'co-chair', 'donor-focal-point', 'secretariat'])
export type RoleName = z.infer<typeof RoleName>

/**
 * A role in a group while its dates hold. The group is a TWG's id, `swg`, or `donor:<id>`.
 * A co-chair's role names the seat: a fixed seat's id, or a donor's id that counts while that donor has the turn.
 */
export const Role = z.lazy(() =>
  z.strictObject({
    group: z.string(),
    role: RoleName,
    seat: z.string().optional(),
    from: PlainDate,
    until: PlainDate.optional(),
  }),
)
export type Role = z.infer<typeof Role>

/** Addresses are compared without case; the part before @ is 64 characters at most (RFC 5321). */
export const EmailAddress = z.email().max(254).toLowerCase()

/** What somebody reads the pages in, by BCP 47; English where that has no catalogue yet. */
export const Language = z.enum(['en', 'lo'])
export type Language = z.infer<typeof Language>

export const Contact = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    name: z.string().trim().min(1).max(120),
    email: EmailAddress,
    organisation: z.string().trim().max(120),
    language: Language,
    /** Set after a hard bounce or a complaint: no mail until the secretariat has mended the address. */
    mailSuspended: z.boolean(),
    /** Sessions and codes from this moment or before are void: the secretariat ended them, or the address changed. */
    signInsFrom: Instant.optional(),
  }),
)
export type Contact = z.infer<typeof Contact>

export const holdsOn = (role: Role, day: PlainDate): boolean =>
  role.from <= day && (role.until === undefined || day <= role.until)

/** Whoever holds a role today takes part; everyone else has only their own sign-ins. */
export const isInOffice = (roles: readonly Role[], day: PlainDate): boolean => roles.some((role) => holdsOn(role, day))

/** Chair or alternate reports for the TWG; the secretariat reports on behalf of anyone. */
export const mayReport = (roles: readonly Role[], twg: string, day: PlainDate): boolean =>
  roles.some(
    (role) =>
      holdsOn(role, day) &&
      (role.role === 'secretariat' || (role.group === twg && (role.role === 'chair' || role.role === 'alternate'))),
  )

export const isSecretariat = (roles: readonly Role[], day: PlainDate): boolean =>
  roles.some((role) => holdsOn(role, day) && role.role === 'secretariat')

/** Who acts: a contact with the roles read for this request. */
export interface Actor {
  readonly contact: Contact
  readonly roles: readonly Role[]
}
