import type { Coverage } from './font-coverage.ts'

/** Stands where a character cannot be drawn; both Noto families hold it. */
export const UNKNOWN = '\u{fffd}'

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

/**
 * Nineteen letters or more without a place to break: an address, a run of one letter. Ordinary words and names are shorter, Lao
 * is broken by dictionary, and after a hyphen or a slash a line may end before a letter anyhow.
 */
const LONG_WORD = /(?:(?![-/]\p{L})(?:[\u{a0}\u{2007}\u{202f}]|[^\s\u{200b}\p{Script=Lao}])){19,}/gu
/** Before a letter, not between it and its accents. */
const BETWEEN_LETTERS = /(?!^)(?=\P{M})/gu

/** Long words get a place to break (U+200B, which has no shape) between any two letters, so that none runs off the page. */
const breakable = (text: string): string => text.replace(LONG_WORD, (word) => word.replace(BETWEEN_LETTERS, '\u{200b}'))

/** What is read by machines and stays in one piece: a drawing's markup, an address. */
const WHOLE = new Set(['svg', 'link'])

/** Every text of a sheet made printable, at any depth; a drawing (`svg`) and an address (`link`) have no places to break. */
export const printableDeep = <T>(value: T, covers: (code: number) => boolean): T => {
  if (typeof value === 'string') return breakable(printable(value, covers)) as T
  if (Array.isArray(value)) return value.map((item) => printableDeep(item, covers)) as T
  if (typeof value !== 'object' || value === null) return value
  const made = ([key, item]: [string, unknown]) =>
    [key, WHOLE.has(key) && typeof item === 'string' ? printable(item, covers) : printableDeep(item, covers)] as const
  return Object.fromEntries(Object.entries(value).map(made)) as T
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
