/** The lines of a typed text, without the empty ones; each is set as a paragraph of its own. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
