import type { Instant } from '#shared/domain/dates.ts'

/** One mail that will go out, or a line of one. */
export interface PlannedLine {
  readonly at: Instant
  /** The rule by which it goes out; the pages say what it means. */
  readonly rule: string
  readonly what: string
  /** Names as the roles stand now for that day; empty when nobody holds the role. */
  readonly to: readonly string[]
  /** It goes out only when the meeting is confirmed for the day that is proposed. */
  readonly onceConfirmed: boolean
}

/** Before names are looked up. */
export type Line = Omit<PlannedLine, 'to'> & { readonly contacts: readonly string[] }
