import { type Said, say } from '../words/say.ts'

/**
 * Characters that nobody sees and that change how what stands beside them is read or found again: controls, marks that turn the
 * direction of writing (CVE-2021-42574), soft hyphens, joiners of words, tags. Allowed are line ends and tabs, the zero-width space
 * that parts Lao words, and the joiners within a letter or an emoji.
 */
const INVISIBLE =
  /[^\P{Cc}\n\t]|[\u00ad\u061c\u180e\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/u

const SHOWN_CHARACTERS = 20

/** What to do about the first invisible character of a text; undefined when there is none. */
export const invisibleIn = (text: string): Said | undefined => {
  const found = INVISIBLE.exec(text)
  if (!found) return undefined
  const code = `U+${found[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`
  const before = text.slice(0, found.index).trimEnd().slice(-SHOWN_CHARACTERS)
  const place = before === '' ? say`at its beginning` : say`after “${before}”`
  return say`There is an invisible character (${code}) ${place}: delete that place and type it again`
}
