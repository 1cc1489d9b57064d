import { addDays } from '#shared/domain/calendar-days.ts'
import type { Role } from '#shared/domain/contact.ts'
import { addMs, type Instant } from '#shared/domain/dates.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import { newContactWrites } from '#shared/records/contacts.ts'
import type { RecordStore } from '#shared/records/record-store.ts'
import { sessionWrite } from '#shared/records/sign-in.ts'

/** The TWG that "this TWG" means. */
export const TWG = 'survey-clearance'
export const TODAY = '2026-04-10'

const held = { from: '2024-01-01' }
const past = { from: '2024-01-01', until: addDays(TODAY, -1) }
const coming = { from: addDays(TODAY, 1) }

/** The kinds of people, by what they hold on that day. */
const ROLES = {
  'chair of this TWG': [{ group: TWG, role: 'chair', ...held }],
  'alternate of this TWG': [{ group: TWG, role: 'alternate', ...held }],
  'chair of another TWG': [{ group: 'risk-education', role: 'chair', ...held }],
  'member of this TWG': [{ group: TWG, role: 'member', ...held }],
  'donor focal point': [{ group: 'donor:japan', role: 'donor-focal-point', ...held }],
  'co-chair': [{ group: 'swg', role: 'co-chair', seat: 'undp', ...held }],
  secretariat: [{ group: 'swg', role: 'secretariat', ...held }],
  'chair until yesterday': [{ group: TWG, role: 'chair', ...past }],
  'chair from tomorrow': [{ group: TWG, role: 'chair', ...coming }],
  'secretariat until yesterday': [{ group: 'swg', role: 'secretariat', ...past }],
  'secretariat from tomorrow': [{ group: 'swg', role: 'secretariat', ...coming }],
} as const satisfies Record<string, readonly Role[]>

export type Person = keyof typeof ROLES
export type Visitor = Person | 'nobody'
export const PEOPLE = Object.keys(ROLES) as Person[]
export const VISITORS: readonly Visitor[] = ['nobody', ...PEOPLE]

export const idOf = (person: Person): string => person.replaceAll(' ', '-').toLowerCase()

/** Everyone with a session of their own, and one more to end. */
export const settle = async (records: RecordStore, now: Instant): Promise<void> => {
  const expires = addMs(now, 60 * 60_000)
  for (const person of PEOPLE) {
    const contact = idOf(person)
    const about = { id: contact, name: person, email: `${contact}@example.org`, organisation: '' }
    await records.transact([
      ...newContactWrites({ ...about, language: 'en', mailSuspended: false }, ROLES[person]),
      ...['secret', 'spare'].map((secret) =>
        sessionWrite(fingerprint(`${secret}-${contact}`), { contact, since: now, expires }),
      ),
    ])
  }
}

export const cookieOf = (visitor: Visitor): Record<string, string> =>
  visitor === 'nobody' ? {} : { cookie: `__Host-session=${idOf(visitor)}.secret-${idOf(visitor)}` }

export const spareSession = (visitor: Visitor): string =>
  visitor === 'nobody' ? '' : fingerprint(`spare-${idOf(visitor)}`)
