import { EmailAddress } from '#shared/domain/contact.ts'
import { addMs, epochMsOf, type Instant, instantOf } from '#shared/domain/dates.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { contactIdByAddress } from '#shared/records/contacts.ts'
import { ConflictError } from '#shared/records/record-store.ts'
import { attemptWrite, proofWrite, tokenWrite } from '#shared/records/sign-in.ts'
import { ensureSecretariat } from '../contacts/ensure-secretariat.ts'
import type { Deps } from '../deps.ts'
import { mailWrites } from '../mail/request-mail.ts'

export const PROOF_MINUTES = 10
const PROOF_MS = PROOF_MINUTES * 60_000
/** Requests within ten minutes: from one address, and from one network address (a ministry may share one). */
const MOST_BY_ADDRESS = 5
const MOST_BY_IP = 50

export interface SignInDeps extends Deps {
  /** Addresses of the administrator's settings, which are the secretariat even before the first sweep. */
  readonly secretariat: readonly string[]
}

/**
 * Mails a one-time code and link. The answer is the same, and takes the same calls to the store, whether the address is known or not.
 * @throws UserError `invalid` (field `email`) for something that is no address; `too-many` after too many requests
 */
export const requestSignIn =
  (deps: SignInDeps) =>
  async (request: { email: string; ip: string }, now: Instant): Promise<{ challenge: string }> => {
    const { records, platform, secretariat } = deps
    const address = EmailAddress.safeParse(request.email.trim())
    if (!address.success) throw new UserError('invalid', say`Enter an e-mail address such as name@example.org`, 'email')
    const email = address.data
    const expires = addMs(platform.now(), PROOF_MS)
    const [known, ...attempts] = await Promise.all([
      contactIdByAddress(records, email),
      attemptWrite(records, attemptOf(fingerprint('address', email), MOST_BY_ADDRESS, expires)),
      attemptWrite(records, attemptOf(fingerprint('ip', request.ip), MOST_BY_IP, expires)),
    ])
    if (attempts.includes(undefined))
      throw new UserError('too-many', say`Too many requests: wait ten minutes, then try again`, 'email')
    const contact = known ?? (secretariat.includes(email) ? await secretariatAt(deps, email, now) : undefined)
    const [challenge, token, code] = [platform.newSecret(), platform.newSecret(), platform.newCode()]
    const [challengeHash, tokenHash] = [fingerprint(challenge), fingerprint(token)]
    try {
      await records.transact([
        ...attempts.filter((write) => write !== undefined),
        proofWrite(challengeHash, {
          ...(contact === undefined ? {} : { contact }),
          codeHash: fingerprint(challenge, code),
          tokenHash,
          wrongCodes: 0,
          requestedAt: now,
          expires,
        }),
        tokenWrite(tokenHash, challengeHash, expires),
        ...(contact === undefined
          ? []
          : mailWrites(
              deps,
              {
                contact,
                content: { kind: 'sign-in', code, token, minutes: PROOF_MINUTES },
                subject: 'sign-in',
                version: challengeHash,
              },
              { now, actor: `contact/${contact}` },
            )),
      ])
    } catch (error) {
      if (error instanceof ConflictError)
        throw new UserError('too-many', say`Another request came at the same moment: try again`, 'email')
      throw error
    }
    return { challenge }
  }

/** Before the first sweep the administrator's own address is not yet a contact. */
const secretariatAt = async (deps: SignInDeps, email: string, now: Instant): Promise<string | undefined> => {
  await ensureSecretariat(deps)([email], now)
  return contactIdByAddress(deps.records, email)
}

const attemptOf = (what: string, most: number, expires: Instant) => ({
  what,
  most,
  expires,
  window: instantOf(Math.floor(epochMsOf(expires) / PROOF_MS) * PROOF_MS),
})
