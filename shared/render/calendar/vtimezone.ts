import { Temporal } from 'temporal-polyfill'
import { epochMsOf, type Instant } from '#shared/domain/dates.ts'

type Zoned = Temporal.ZonedDateTime

const OBSERVED_SINCE_EVER = '19700101T000000'
const YEAR_EITHER_SIDE = { years: 1 }

/**
 * The VTIMEZONE (RFC 5545, 3.6.5) of a zone around one moment: each change of the clocks from the one before the moment's last
 * year to the end of its next year, spelled out. Rules for ever would be a guess: legislators change them, and the
 * invitation names one day.
 */
export const vtimezone = (timeZone: string, around: Instant): string => {
  const moment = Temporal.Instant.fromEpochMilliseconds(epochMsOf(around)).toZonedDateTimeISO(timeZone)
  const end = moment.add(YEAR_EITHER_SIDE)
  const first = moment.subtract(YEAR_EITHER_SIDE).getTimeZoneTransition('previous')
  const observances: string[] = first && first.year >= 1970 ? [] : [steady(moment.subtract(YEAR_EITHER_SIDE))]
  let change = first && first.year >= 1970 ? first : moment.subtract(YEAR_EITHER_SIDE).getTimeZoneTransition('next')
  while (change && Temporal.ZonedDateTime.compare(change, end) <= 0) {
    observances.push(observance(change))
    change = change.getTimeZoneTransition('next')
  }
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...observances, 'END:VTIMEZONE'].join('\r\n')
}

/** One change of the clocks. Its start is told by the clock before the change. */
const observance = (change: Zoned): string => {
  const before = change.subtract({ nanoseconds: 1 })
  const start = change.withTimeZone(before.offset).toPlainDateTime()
  return component(
    change.offsetNanoseconds > before.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD',
    start.toString({ smallestUnit: 'second' }).replace(/[-:]/g, ''),
    before.offset,
    change.offset,
  )
}

/** A zone whose clocks have not changed since 1970. */
const steady = (moment: Zoned): string => component('STANDARD', OBSERVED_SINCE_EVER, moment.offset, moment.offset)

const component = (kind: 'STANDARD' | 'DAYLIGHT', start: string, from: string, to: string): string =>
  [
    `BEGIN:${kind}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${from.replaceAll(':', '')}`,
    `TZOFFSETTO:${to.replaceAll(':', '')}`,
    `TZNAME:UTC${to}`,
    `END:${kind}`,
  ].join('\r\n')
