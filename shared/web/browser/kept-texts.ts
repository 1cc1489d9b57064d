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

/** Nothing of a person's stays behind when they sign out. */
export const forgetAll = (): void =>
  quietly(() => {
    for (const name of Object.keys(localStorage)) if (name.startsWith('draft:')) localStorage.removeItem(name)
  })

/** The form is on its way by itself: the next page tells whether it was saved. */
export const rememberSent = (name: string): void => quietly(() => sessionStorage.setItem(SENT, name))
export const forgetSent = (wasSaved: boolean): void =>
  quietly(() => {
    const name = sessionStorage.getItem(SENT)
    sessionStorage.removeItem(SENT)
    if (name && wasSaved) forget(name)
  })
