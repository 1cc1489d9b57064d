import type { Sector } from '#shared/sector/schema.ts'
import { addDays } from '../calendar-days.ts'
import type { PlainDate } from '../dates.ts'
import { weekdayOf } from '../dates.ts'

/** Neither weekend nor holiday of the sector. */
export const isWorkingDay = (day: PlainDate, sector: Sector): boolean =>
  !sector.weekend.includes(weekdayOf(day)) &&
  !sector.holidays.every.includes(day.slice(5)) &&
  !sector.holidays.on.includes(day)

/** `day` itself when work is done on it, else the next working day (or the one before, with `step` −1). */
export const onWorkingDay = (day: PlainDate, sector: Sector, step: 1 | -1 = 1): PlainDate =>
  isWorkingDay(day, sector) ? day : onWorkingDay(addDays(day, step), sector, step)
