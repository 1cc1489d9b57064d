const LAO = /[\u0e80-\u0eff]/

/** The language of a text that people typed, for its `lang`: Lao script is Lao, whatever language the page is in. */
export const languageOf = (text: string): 'lo' | undefined => (LAO.test(text) ? 'lo' : undefined)
