import { englishTexts, formTexts } from '#infra/texts.ts'
import { once } from '#shared/domain/once.ts'
import type { Texts } from '#shared/domain/words/say.ts'
import { en } from '#shared/web/messages/en.ts'
import type { Messages } from '#shared/web/messages/index.ts'

/** Around all that a catalogue says, so that what is said past it can be seen. */
const marked = (text: string) => `⟦${text}⟧`

const inMarks = (said: unknown): unknown => {
  if (typeof said === 'string') return marked(said)
  if (typeof said === 'function') return (...values: unknown[]) => inMarks(said(...values))
  if (Array.isArray(said)) return said.map(inMarks)
  if (typeof said === 'object' && said !== null)
    return Object.fromEntries(Object.entries(said).map(([name, part]) => [name, inMarks(part)]))
  return said
}

/** A language in which every text stands in marks: what a page says without them is in no catalogue. */
export const anotherLanguage = once((): { readonly language: 'lo'; readonly t: Messages; readonly texts: Texts } => ({
  language: 'lo',
  t: inMarks(en) as Messages,
  texts: Object.fromEntries([...englishTexts(), ...formTexts()].map((text) => [text, marked(text)])),
}))

/** What stands outside all marks in a text. */
export const outsideMarks = (text: string): string => {
  let depth = 0
  let outside = ''
  for (const character of text) {
    if (character === '⟦') depth += 1
    else if (character === '⟧') depth -= 1
    else if (depth === 0) outside += character
    if (character === '⟧' && depth === 0) outside += '\n'
  }
  return outside
}
