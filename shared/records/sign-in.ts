import * as z from 'zod'
import { epochMsOf, Instant } from '#shared/domain/dates.ts'
import { keys, lists } from './keys.ts'
import { itemOf, readItem, type Stored, unchanged } from './record.ts'
import { collect, type RecordStore, type Write } from './record-store.ts'

const epochSeconds = (instant: Instant) => Math.ceil(epochMsOf(instant) / 1000)

/** What a challenge is waiting for. Secrets are only here as hashes; an unknown address leaves a proof that nothing fulfils. */
export const Proof = z.lazy(() =>
  z.strictObject({
    contact: z.string().optional(),
    codeHash: z.string(),
    tokenHash: z.string(),
    wrongCodes: z.int(),
    requestedAt: Instant,
    expires: Instant,
  }),
)
export type Proof = z.infer<typeof Proof>

export const proofWrite = (challengeHash: string, proof: Proof, stored?: Stored<Proof>): Write => ({
  put: itemOf(keys.signIn(challengeHash), proof, (stored?.version ?? 0) + 1, {
    expiresAt: epochSeconds(proof.expires),
  }),
  when: unchanged(stored),
})

export const readProof = async (records: RecordStore, challengeHash: string): Promise<Stored<Proof> | undefined> =>
  readItem(Proof, await records.get(keys.signIn(challengeHash)))

/** From the link's token to the challenge it answers. */
export const tokenWrite = (tokenHash: string, challengeHash: string, expires: Instant): Write => ({
  put: itemOf(keys.signIn(tokenHash), { challengeHash }, 1, { expiresAt: epochSeconds(expires) }),
  when: 'absent',
})

export const challengeOfToken = async (records: RecordStore, tokenHash: string): Promise<string | undefined> =>
  ((await records.get(keys.signIn(tokenHash)))?.data as { challengeHash?: string } | undefined)?.challengeHash

export const Session = z.lazy(() => z.strictObject({ contact: z.string(), since: Instant, expires: Instant }))
export type Session = z.infer<typeof Session>

export const sessionWrite = (hash: string, session: Session): Write => ({
  put: itemOf(keys.session(hash), session, 1, {
    list: [lists.sessions(session.contact), `SESSION#${session.since}`],
    expiresAt: epochSeconds(session.expires),
  }),
  when: 'absent',
})

export const readSession = async (records: RecordStore, hash: string): Promise<Session | undefined> =>
  readItem(Session, await records.get(keys.session(hash)))?.value

/** The sessions of a contact by the hash of their secret, the latest first. Read from an index: a moment late. */
export const sessionsOf = async (records: RecordStore, contact: string): Promise<{ id: string; session: Session }[]> =>
  (
    await collect(
      records.query({
        index: 'GSI1',
        partition: lists.sessions(contact),
        sort: { beginsWith: 'SESSION#' },
        newestFirst: true,
      }),
    )
  ).map((item) => ({ id: item.PK.slice('SESSION#'.length), session: Session.parse(item.data) }))

const Attempts = z.lazy(() => z.strictObject({ count: z.int() }))

/** Counts an attempt within a window of time. Undefined when `most` were made already. */
export const attemptWrite = async (
  records: RecordStore,
  { what, window, most, expires }: { what: string; window: string; most: number; expires: Instant },
): Promise<Write | undefined> => {
  const key = keys.attempts(what, window)
  const stored = readItem(Attempts, await records.get(key))
  if ((stored?.value.count ?? 0) >= most) return undefined
  return {
    put: itemOf(key, { count: (stored?.value.count ?? 0) + 1 }, (stored?.version ?? 0) + 1, {
      expiresAt: epochSeconds(expires),
    }),
    when: unchanged(stored),
  }
}
