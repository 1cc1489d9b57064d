import type { Actor, Contact } from '#shared/domain/contact.ts'
import type { Instant } from '#shared/domain/dates.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import { readContact } from '#shared/records/contacts.ts'
import { keys } from '#shared/records/keys.ts'
import { readSession, type Session } from '#shared/records/sign-in.ts'
import type { Deps } from '../deps.ts'

type SessionDeps = Pick<Deps, 'records' | 'platform'>

/** A session ends after its time, and when the sign-ins of its contact were ended after it began. */
export const isAlive = ({ since, expires }: Session, { signInsFrom }: Contact, platformNow: Instant): boolean =>
  expires > platformNow && (signInsFrom === undefined || since > signInsFrom)

/**
 * Who a session cookie stands for: session and contact are read side by side, the roles anew on every request.
 * The contact id in the cookie only saves a round trip; it counts when the session names the same contact.
 */
export const actorOf =
  ({ records, platform }: SessionDeps) =>
  async (cookie: string | undefined): Promise<Actor | undefined> => {
    const [contactId = '', secret = ''] = cookie?.split('.') ?? []
    if (contactId === '' || secret === '') return undefined
    const [session, found] = await Promise.all([
      readSession(records, fingerprint(secret)),
      readContact(records, contactId),
    ])
    if (!session || !found || session.contact !== contactId) return undefined
    if (!isAlive(session, found.contact.value, platform.now())) return undefined
    return { contact: found.contact.value, roles: found.roles }
  }

export const signOut =
  ({ records }: SessionDeps) =>
  async (cookie: string): Promise<void> => {
    const secret = cookie.split('.')[1]
    if (secret) await records.transact([{ remove: keys.session(fingerprint(secret)) }])
  }
