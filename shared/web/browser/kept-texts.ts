/// <reference lib="dom" />
/**
 * What could not be sent yet, in the browser's own store, under names that the server gives (`report-draft/kept.ts`).
 * A browser without a store, or with a full one, still saves over the line.
 */
export interface KeptText {
  /** The form's fields, url-encoded. */
  readonly text: string
  /** Its hidden fields: the draft's version, what was saved then, the row's names. */
  readonly place: string
  /** A body that was sent and never answered: it may have arrived. */
  readonly doubt?: string | undefined
  /** Where it is sent. */
  readonly action: string
  /** The page to which it belongs, and that page's heading. */
  readonly page: string
  readonly title: string
  /** All that was typed, to be read and copied: a line a field. */
  readonly words: string
  /** Only its button sends it; what the page's fields held when typing began. */
  readonly byHand?: string | undefined
}

const SENT = 'sent'

const quietly = <T>(act: () => T): T | undefined => {
  try {
    return act()
  } catch {
    return undefined
  }
}

export const keep = (name: string, text: KeptText): void =>
  quietly(() => localStorage.setItem(name, JSON.stringify(text)))
export const forget = (name: string): void => quietly(() => localStorage.removeItem(name))
export const kept = (name: string): KeptText | undefined =>
  quietly(() => JSON.parse(localStorage.getItem(name) ?? '')) as KeptText | undefined

/** What is kept under names that begin so; nothing begins with nothing. */
export const keptUnder = (beginning: string): [name: string, text: KeptText][] =>
  (quietly(() => Object.keys(localStorage)) ?? [])
    .filter((name) => beginning !== '' && name.startsWith(beginning))
    .flatMap((name): [string, KeptText][] => {
      const text = kept(name)
      return text ? [[name, text]] : []
    })

/** The form is on its way by itself: the next page tells whether it was saved. */
export const rememberSent = (name: string): void => quietly(() => sessionStorage.setItem(SENT, name))
export const forgetSent = (wasSaved: boolean): void =>
  quietly(() => {
    const name = sessionStorage.getItem(SENT)
    sessionStorage.removeItem(SENT)
    if (name && wasSaved) forget(name)
  })
