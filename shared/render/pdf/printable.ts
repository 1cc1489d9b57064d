import type { Coverage } from './font-coverage.ts'

/** Stands where a character cannot be drawn; both Noto families hold it. */
const UNKNOWN = '\u{fffd}'

/**
 * Characters that a brief never prints, even where a font maps them: controls, invisible and direction marks, private use, half of a pair.
 * Format characters of Lao text (U+200B, between words) stay.
 */
const NEVER = /[\p{Cc}\p{Co}\p{Cs}\p{Cn}]|(?!\u{200b})\p{Cf}/u

/**
 * Text that the fonts can draw. PDF/UA forbids a glyph for "unknown character", and one emoji in a narrative must not stop a
 * brief: what cannot be drawn becomes U+FFFD, what has no shape goes, and line breaks stay.
 */
const printable = (text: string, covers: (code: number) => boolean): string => {
  let out = ''
  for (const character of text.normalize('NFC').replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')) {
    if (character === '\n') out += character
    else if (character === '\t') out += ' '
    else if (NEVER.test(character)) out += /\p{Cs}|\p{Co}|\p{Cn}/u.test(character) ? UNKNOWN : ''
    else out += covers(character.codePointAt(0) ?? 0) ? character : UNKNOWN
  }
  return out
}

/** Every text of a sheet made printable, at any depth. */
export const printableDeep = <T>(value: T, covers: (code: number) => boolean): T => {
  if (typeof value === 'string') return printable(value, covers) as T
  if (Array.isArray(value)) return value.map((item) => printableDeep(item, covers)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printableDeep(item, covers)])) as T
}

/** A character is drawn when every font file of one family has it: then every weight of that family can draw it. */
export const coveredBy = (families: readonly (readonly Coverage[])[]) => {
  const known = new Map<number, boolean>()
  return (code: number): boolean => {
    const covered = known.get(code) ?? families.some((files) => files.every((holds) => holds(code)))
    known.set(code, covered)
    return covered
  }
}
