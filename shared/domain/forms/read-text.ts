import { invisibleIn } from './invisible.ts'

const LONGEST_REASON = 1500

export type ReadText = { readonly text: string } | { readonly mistake: string }

/** Text as it is kept: line ends alike, nothing around it, no character that nobody sees. */
export const readText = (typed: string): ReadText => {
  const text = typed.replace(/\r\n?/g, '\n').trim()
  const invisible = invisibleIn(text)
  return invisible === undefined ? { text } : { mistake: invisible }
}

/** A comment or reason that somebody has to give. @param ask what to say when it is empty @param longest in characters */
export const readReason = (typed: string, ask: string, longest = LONGEST_REASON): ReadText => {
  const read = readText(typed)
  if ('mistake' in read) return read
  if (read.text === '') return { mistake: ask }
  return read.text.length > longest
    ? { mistake: `Shorten the text to ${longest} characters; it has ${read.text.length.toLocaleString('en')}` }
    : read
}
