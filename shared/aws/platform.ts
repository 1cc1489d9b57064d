import { randomBytes, randomInt } from 'node:crypto'
import { monotonicFactory } from 'ulid'
import { epochMsOf, type Instant, instantOf } from '#shared/domain/dates.ts'
import type { Platform } from '#shared/usecases/deps.ts'

/** The local run sets its clock under this name; on AWS it is absent. */
const LOCAL_CLOCK = Symbol.for('secretariat.platform-clock')

const nowMs = (): number => (globalThis as { [LOCAL_CLOCK]?: () => number })[LOCAL_CLOCK]?.() ?? Date.now()

const ulid = monotonicFactory(() => randomInt(0, 2 ** 32) / 2 ** 32)

/** Clock for leases and expiry, ids and secrets: what the platform gives and use cases must not take for themselves. */
export const platform: Platform = {
  now: () => instantOf(nowMs()),
  newId: (now: Instant) => ulid(epochMsOf(now)),
  newSecret: () => randomBytes(32).toString('base64url'),
  newCode: () => String(randomInt(0, 1_000_000)).padStart(6, '0'),
}
