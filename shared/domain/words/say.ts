import { AsyncLocalStorage } from 'node:async_hooks'
import { once } from '../once.ts'

/** A language's texts by their English, with `{1}`, `{2}` … where values stand. What it lacks is said in English. */
export type Texts = Readonly<Record<string, string>>

declare const IN_THE_CATALOGUE: unique symbol
/** A text from the catalogue, in its reader's language: whatever must come from there asks for this type. */
export type Said = string & { readonly [IN_THE_CATALOGUE]: true }

const reader = new AsyncLocalStorage<Texts>()

/** Does something for a reader: whatever is said meanwhile is said in these texts, in English without any. */
export const readIn = <T>(texts: Texts | undefined, work: () => T): T =>
  texts ? reader.run(texts, work) : reader.getStore() ? reader.exit(work) : work()

/** The texts in which everything is said at present; undefined for English. */
export const readersTexts = (): Texts | undefined => reader.getStore()

const inTexts = (english: string, texts: Texts): string =>
  Object.hasOwn(texts, english) ? (texts[english] ?? english) : english

/** A name, a label or any other text without values, in the reader's language. */
export const sayTerm = (english: string): Said => {
  const texts = reader.getStore()
  return (texts ? inTexts(english, texts) : english) as Said
}

/**
 * A sentence in the reader's language: say`Enter a day from ${first} to ${last}`. Its English is its name in the
 * catalogue (`english.ts`), so that a rule and what it says stand in one place. Where a module begins there is no
 * reader yet: what stands there is a function, or `terms`.
 */
export const say = (parts: TemplateStringsArray, ...values: readonly (string | number)[]): Said => {
  const texts = reader.getStore()
  if (!texts) return parts.reduce((said, part, at) => `${said}${values[at - 1]}${part}`) as Said
  const sentence = inTexts(
    parts.reduce((said, part, at) => `${said}{${at}}${part}`),
    texts,
  )
  return sentence.replace(/\{(\d+)\}/g, (_, at) => String(values[at - 1])) as Said
}

/** Names by their keys. Each is in the language of whoever reads it then. */
export const terms = <const T extends Readonly<Record<string, string>>>(
  english: T,
): { readonly [K in keyof T]: Said } =>
  Object.defineProperties(
    {} as { [K in keyof T]: Said },
    Object.fromEntries(
      Object.entries(english).map(([key, text]) => [key, { enumerable: true, get: () => sayTerm(text) }]),
    ),
  )

/** Makes a value that holds texts once for each language. */
export const oncePerLanguage = <T>(make: () => T): (() => T) => {
  const english = once(make)
  const others = new WeakMap<Texts, T>()
  return () => {
    const texts = reader.getStore()
    if (!texts) return english()
    const made = others.get(texts) ?? make()
    others.set(texts, made)
    return made
  }
}
