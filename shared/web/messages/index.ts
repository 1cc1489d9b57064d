import type { Language } from '#shared/domain/contact.ts'
import type { English } from '#shared/domain/words/english.ts'
import { en } from './en.ts'

/** The catalogue's shape: a language is complete when it has this type. */
export type Messages = typeof en

/** A language: what the pages say, and what the domain says on them. English is what the domain says by itself. */
export interface Catalogue {
  readonly t: Messages
  readonly texts?: Readonly<Record<English, string>>
}

/** A further language is one line here. */
const catalogues: Readonly<Partial<Record<Language, Catalogue>>> = {}

/** What each language calls itself. */
const NAMES: Readonly<Record<Language, string>> = { en: 'English', lo: 'ລາວ' }

/** The languages that somebody can read the pages in. */
export const languages = (): [Language, string][] =>
  (Object.entries(NAMES) as [Language, string][]).filter(([one]) => messagesFor(one).language === one)

/** As a browser asks, of whom nobody knows yet: its first wish counts. @param accepted the header `Accept-Language` */
export const languageAsked = (accepted = ''): Language => (/^\s*lo\b/i.test(accepted) ? 'lo' : 'en')

/** The catalogue for a reader, and the language that it is really in: English until a language has its own. */
export const messagesFor = (wanted: Language): Catalogue & { readonly language: Language } => {
  const own = catalogues[wanted]
  return own ? { language: wanted, ...own } : { language: 'en', t: en }
}
