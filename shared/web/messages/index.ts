import type { Language } from '#shared/domain/contact.ts'
import { textsIn } from '#shared/domain/words/languages.ts'
import type { Texts } from '#shared/domain/words/say.ts'
import { en } from './en.ts'

/** English as a shape: what is said may be any text. */
type Shape<T> = T extends string
  ? string
  : T extends (...values: infer Values) => infer Answer
    ? (...values: Values) => Shape<Answer>
    : { readonly [Name in keyof T]: Shape<T[Name]> }

/** The catalogue's shape: a language is complete when it has this type. */
export type Messages = Shape<typeof en>

/** What the pages say, and what the domain says on them where that is not English. */
export interface Catalogue {
  readonly t: Messages
  readonly texts: Texts | undefined
}

/** A further language is one line here, and one for what the domain says (`domain/words/languages.ts`). */
const catalogues: Readonly<Partial<Record<Language, Messages>>> = {}

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
  return own ? { language: wanted, t: own, texts: textsIn(wanted) } : { language: 'en', t: en, texts: undefined }
}
