import type { Instant } from '#shared/domain/dates.ts'
import type { RecordStore } from '#shared/records/record-store.ts'
import type { Sector } from '#shared/sector/schema.ts'

/** What the platform gives: never read directly, so that a rehearsal can set it. */
export interface Platform {
  /** The platform's clock, only for leases and for the expiry of sign-in proofs and sessions; decisions use the trigger's time. */
  now(): Instant
  /** A ULID whose time part is the given instant. */
  newId(now: Instant): string
  /** 256 random bits, base64url. */
  newSecret(): string
  /** Six random digits. */
  newCode(): string
}

/** What nearly every use case needs. */
export interface Deps {
  readonly records: RecordStore
  readonly sector: Sector
  readonly platform: Platform
}
