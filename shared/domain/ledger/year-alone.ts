import { eraMistake } from '../forms/read-date.ts'
import { type Said, say } from '../words/say.ts'
import { yearMistake } from './movement.ts'

/** A year that stands for its last day. */
export const isYear = (typed: string): boolean => /^\d{4}$/.test(typed)

/** Why no money can have moved in a year; undefined when it can. A year of the Buddhist era is refused and the Gregorian one offered. */
export const yearAloneMistake = (year: string): Said | undefined =>
  eraMistake(Number(year), (gregorian) => say`${gregorian} if that is the year`) ?? yearMistake(`${year}-12-31`)
