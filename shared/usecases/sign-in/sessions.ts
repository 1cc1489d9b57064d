import type { Actor } from '#shared/domain/contact.ts'
import type { Instant } from '#shared/domain/dates.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { keys } from '#shared/records/keys.ts'
import { readSession, sessionsOf } from '#shared/records/sign-in.ts'
import type { Deps } from '../deps.ts'
import { isAlive } from './session.ts'

type SessionDeps = Pick<Deps, 'records' | 'platform'>

/** A session as its owner sees it. The id is the hash of its secret: it names the session and opens nothing. */
export interface OwnSession {
  readonly id: string
  readonly since: Instant
  readonly expires: Instant
  /** The one that asks. */
  readonly current: boolean
}

/** Writes that fit into one transaction. */
const AT_ONCE = 100

const secretOf = (cookie: string) => fingerprint(cookie.split('.')[1] ?? '')

/** Where somebody is signed in, the latest first. @param cookie of the session that asks */
export const listSessions =
  ({ records, platform }: SessionDeps) =>
  async (actor: Actor, cookie: string): Promise<OwnSession[]> =>
    (await sessionsOf(records, actor.contact.id))
      .filter(({ session }) => isAlive(session, actor.contact, platform.now()))
      .map(({ id, session: { since, expires } }) => ({ id, since, expires, current: id === secretOf(cookie) }))

/** Ends one of one's own sessions. @throws UserError `not-found` for a session of anybody else */
export const endSession =
  ({ records }: SessionDeps) =>
  async (id: string, actor: Actor): Promise<void> => {
    const session = await readSession(records, id)
    if (session?.contact !== actor.contact.id) throw new UserError('not-found', say`There is no such session`)
    await records.transact([{ remove: keys.session(id) }])
  }

/** Ends all of one's own sessions but the one that asks. */
export const endOtherSessions =
  ({ records }: SessionDeps) =>
  async (actor: Actor, cookie: string): Promise<void> => {
    const others = (await sessionsOf(records, actor.contact.id)).filter(({ id }) => id !== secretOf(cookie))
    for (let done = 0; done < others.length; done += AT_ONCE)
      await records.transact(others.slice(done, done + AT_ONCE).map(({ id }) => ({ remove: keys.session(id) })))
  }
