import { type Said, say } from '../words/say.ts'
import { invisibleIn } from './invisible.ts'

export type ReadText = { readonly text: string } | { readonly mistake: Said }

export interface AskedText {
  /** In characters. @default any length */
  readonly longest?: number
  /** What to say when nothing was typed; without it the text may be empty. */
  readonly ask?: Said
}

/** The longest comment or reason about a report, in characters. */
export const LONGEST_COMMENT = 1500

/** Line breaks as spaces, for what is typed and read in one line. */
export const inOneLine = (text: string): string =>
  /[\r\n]/.test(text)
    ? text
        .split(/[\r\n]+/)
        .map((line) => line.trim())
        .join(' ')
    : text

/** Text as it is kept: line ends alike, nothing around it, no character that nobody sees. */
export const readText = (typed: string, { longest = Number.POSITIVE_INFINITY, ask }: AskedText = {}): ReadText => {
  const text = typed.replace(/\r\n?/g, '\n').trim()
  const invisible = invisibleIn(text)
  if (invisible !== undefined) return { mistake: invisible }
  if (text === '' && ask !== undefined) return { mistake: ask }
  return text.length > longest
    ? {
        mistake: say`Shorten the text to ${longest.toLocaleString('en')} characters; it has ${text.length.toLocaleString('en')}`,
      }
    : { text }
}
