/** Control characters, and those that turn the direction of text: a name may not look like another. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const DECEPTIVE = /[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/

/** Whether one line of text holds nothing that deceives its reader. */
export const isPlain = (text: string): boolean => !DECEPTIVE.test(text)
