import type { Language } from '#shared/domain/contact.ts'

const LAO = /[\u0e80-\u0eff]/
const LATIN = /[a-z]/i

/** The language of a text that people typed, for its `lang` on a page: by its script, and none where it is the page's own. */
export const languageOf = (text: string, page: Language): Language | undefined => {
  const own = LAO.test(text) ? 'lo' : LATIN.test(text) ? 'en' : undefined
  return own === page ? undefined : own
}
