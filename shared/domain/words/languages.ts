import type { Language } from '../contact.ts'
import type { English } from './english.ts'
import { readersTexts, readIn, type Texts } from './say.ts'

/** What the domain says in another language. Forms say what stands in their own files, which a language may lack: then it is said in English. */
export interface OtherTexts {
  readonly domain: Readonly<Record<English, string>>
  readonly forms?: Texts
}

/** A further language is one line here, and one for what the pages say. */
const others: Readonly<Partial<Record<Language, OtherTexts>>> = {}

const texts = new Map(
  Object.entries(others).map(([language, { domain, forms }]): [string, Texts] => [language, { ...forms, ...domain }]),
)

/** The texts of a language; none where the domain is said in English. */
export const textsIn = (language: Language): Texts | undefined => texts.get(language)

/** Does something for a reader of each language, the present one's first: what people write may be in any of them. */
export const inEveryLanguage = <T>(work: () => T): T[] =>
  [...new Set([readersTexts(), undefined, ...texts.values()])].map((one) => readIn(one, work))
