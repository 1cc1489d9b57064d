import { type Said, say } from '../words/say.ts'
/** In characters; a decision that a report asks for, with whom it is asked of and by when, fits. */
export const LONGEST_ITEM = 800
/** Items: three decisions from each of five TWGs in two rounds, and what else is proposed beside them. */
export const MOST_ITEMS = 40
/** In characters of all items, so that an invitation that tells an agenda old and new stays under 100 KB in Lao too. */
export const LONGEST_AGENDA = 10_000

/** Why an agenda is not one; undefined for one that is. */
export const agendaMistake = (items: readonly string[]): Said | undefined => {
  if (items.length > MOST_ITEMS) return say`${MOST_ITEMS} items at most; there are ${items.length}`
  const long = items.findIndex((item) => item.length > LONGEST_ITEM)
  if (long >= 0)
    return say`each item has ${LONGEST_ITEM} characters at most; item ${long + 1} has ${inWords(items[long]?.length ?? 0)}`
  const length = lengthOf(items)
  return length > LONGEST_AGENDA
    ? say`${inWords(LONGEST_AGENDA)} characters at most in all; there are ${inWords(length)}`
    : undefined
}

/** What is proposed for an agenda as its items: each on one line, and shortened where it is longer than an item can be. */
export const agendaItem = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= LONGEST_ITEM) return line
  const kept = line.slice(0, LONGEST_ITEM - 1).replace(HALF_A_CHARACTER, '')
  return `${kept.slice(0, kept.lastIndexOf(' ') + 1 || undefined).trimEnd()}…`
}

/** The first of the two units of a character beyond the first 65,536. */
const HALF_A_CHARACTER = /[\uD800-\uDBFF]$/

/** The first of the items that are an agenda together. */
export const firstThatFit = (items: readonly string[]): string[] => {
  let fitting = items.slice(0, MOST_ITEMS)
  while (agendaMistake(fitting) !== undefined) fitting = fitting.slice(0, -1)
  return fitting
}

const lengthOf = (items: readonly string[]): number => items.join('\n').length

const inWords = (count: number): string => count.toLocaleString('en')
