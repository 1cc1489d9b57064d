import type { BriefModel, Change } from '#shared/domain/briefs/model.ts'
import { dollarsInWords } from '#shared/domain/number-in-words.ts'
import { say } from '#shared/domain/words/say.ts'
import { NOT_AVAILABLE, scaleFor } from './figures-in-words.ts'

export interface ChangeInWords {
  /** With the unit of its figures: `Area cleared, quarter (ha)`. */
  readonly what: string
  readonly was: string
  readonly is: string
}

/** A text is recognised by its beginning; in full it stands in its section. */
const LONGEST_TEXT = 160

/** One correction as it is printed, mailed and shown: old and new on one scale. */
export const changeInWords = ({ what, unit, was, is, wasLeftOut, isLeftOut }: Change): ChangeInWords => {
  if (unit === undefined) return { what, was: begin(was), is: begin(is) }
  const { unit: shown, spell } = unit === 'US$' ? dollars : scaleFor(unit, [number(was), number(is)])
  return {
    what: shown === '' ? what : `${what} (${shown})`,
    was: withLeftOut(spell(number(was)), wasLeftOut),
    is: withLeftOut(spell(number(is)), isLeftOut),
  }
}

/** As the tables of a brief say it. */
const withLeftOut = (spelt: string, leftOut = 0): string =>
  leftOut === 0 ? spelt : say`${spelt} (${leftOut} not available)`

const number = (value: Change['is']): number | undefined => (typeof value === 'number' ? value : undefined)

const dollars = {
  unit: 'US$',
  spell: (cents: number | undefined) => (cents === undefined ? NOT_AVAILABLE : dollarsInWords(cents)),
}

/** What moves with time and is no correction, on the day to which a version tells it. */
export const movedInWords: Readonly<Record<BriefModel['kind'], (day: string) => string>> = {
  twg: (day) => say`Meetings and action points are as of ${day}; what moved in them is not listed here.`,
  swg: (day) =>
    say`The meeting and its agenda, action points, obligations, the donor seat and the briefs of the technical working groups are as of ${day}; what else moved in them is not listed here.`,
}

const begin = (text: Change['is']): string => {
  const line = String(text ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  if (line === '') return '–'
  return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT - 1).trimEnd()}…` : line
}
