import { addMs, type Instant } from '#shared/domain/dates.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { readContact } from '#shared/records/contacts.ts'
import { keys } from '#shared/records/keys.ts'
import type { Stored } from '#shared/records/record.ts'
import { ConflictError } from '#shared/records/record-store.ts'
import { challengeOfToken, type Proof, proofWrite, readProof, sessionWrite } from '#shared/records/sign-in.ts'
import type { Deps } from '../deps.ts'

export type SignInProof = { readonly challenge: string; readonly code: string } | { readonly token: string }

const SESSION_MS = 12 * 60 * 60_000
/** Six digits allow a million codes: after five wrong ones the challenge is void. */
const MOST_WRONG_CODES = 5

/**
 * Consumes a one-time code or link and opens a session. Expiry runs on the platform's clock.
 * @throws UserError `sign-in-refused` (field `code`) when it is wrong, used, or older than ten minutes
 */
export const completeSignIn =
  (deps: Pick<Deps, 'records' | 'platform'>) =>
  async (proof: SignInProof, now: Instant): Promise<{ session: string }> => {
    const { records, platform } = deps
    const challengeHash =
      'token' in proof ? await challengeOfToken(records, fingerprint(proof.token)) : fingerprint(proof.challenge)
    const stored = challengeHash === undefined ? undefined : await readProof(records, challengeHash)
    if (!stored || challengeHash === undefined || stored.value.expires <= platform.now()) throw refused()
    if ('code' in proof && fingerprint(proof.challenge, proof.code.replace(/\D/g, '')) !== stored.value.codeHash) {
      await countWrongCode(deps, challengeHash, stored)
      throw refused()
    }
    const { contact, tokenHash, requestedAt } = stored.value
    const found = contact === undefined ? undefined : await readContact(records, contact)
    const from = found?.contact.value.signInsFrom
    if (!found || contact === undefined || (from !== undefined && requestedAt <= from)) throw refused()
    const secret = platform.newSecret()
    try {
      await records.transact([
        { remove: keys.signIn(challengeHash), when: { version: stored.version } },
        { remove: keys.signIn(tokenHash) },
        sessionWrite(fingerprint(secret), { contact, since: now, expires: addMs(platform.now(), SESSION_MS) }),
      ])
    } catch (error) {
      throw error instanceof ConflictError ? refused() : error
    }
    return { session: `${contact}.${secret}` }
  }

const refused = () =>
  new UserError(
    'sign-in-refused',
    say`This code or link is wrong, was used, or is older than ten minutes: ask for a new one`,
    'code',
  )

const countWrongCode = async (
  { records }: Pick<Deps, 'records'>,
  challengeHash: string,
  stored: Stored<Proof>,
): Promise<void> => {
  const wrongCodes = stored.value.wrongCodes + 1
  try {
    await records.transact([
      wrongCodes < MOST_WRONG_CODES
        ? proofWrite(challengeHash, { ...stored.value, wrongCodes }, stored)
        : { remove: keys.signIn(challengeHash), when: { version: stored.version } },
    ])
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error
  }
}
