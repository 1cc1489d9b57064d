import type { PlainDate } from '../dates.ts'
import type { Meeting } from './meeting.ts'

/** Something that stands in a calendar on a whole day. */
export interface DayEntry {
  /** Stays the same for the same thing, so that a calendar program knows it again. */
  readonly id: string
  readonly day: PlainDate
  readonly title: string
  readonly text: string
}

/** What a subscriber's calendar holds. */
export interface Feed {
  readonly name: string
  readonly days: readonly DayEntry[]
  /** With place, link and agenda only for those who take part. */
  readonly meetings: readonly Meeting[]
}
