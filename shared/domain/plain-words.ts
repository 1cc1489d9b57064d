/** Control characters, those that turn the direction of text, and halves of characters, which no store can keep. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const DECEPTIVE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\p{Surrogate}]/u
const LINE_ENDS = /\r?\n|\t/g
const HALF_CHARACTERS = /\p{Surrogate}/gu

/** Whether one line of text holds nothing that deceives its reader. */
export const isPlain = (text: string): boolean => !DECEPTIVE.test(text)

/** The same for a text of several lines. */
export const isPlainText = (text: string): boolean => isPlain(text.replace(LINE_ENDS, ' '))

/** A text of any origin as it can be stored and shown: at most so long, with U+FFFD for halves of characters. */
export const storable = (text: string, longest: number): string =>
  text.slice(0, longest).replace(HALF_CHARACTERS, '\ufffd')
