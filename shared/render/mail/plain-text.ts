/** One line of visible text: control and direction characters are gone, white space is single. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cs}|(?!\u{200b})\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()

const LONGEST_SUBJECT = 150

/** A subject: one line of at most 150 characters, cut at a character and never inside one. */
export const subjectOf = (text: string): string => {
  const line = oneLine(text)
  if (line.length <= LONGEST_SUBJECT) return line
  let cut = ''
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(line)) {
    if (cut.length + segment.length > LONGEST_SUBJECT - 1) break
    cut += segment
  }
  return `${cut.trimEnd()}…`
}

/** The text part of a mail from its blocks: one empty line between two blocks, lines as given, no control characters. */
export const textOf = (blocks: readonly (string | undefined)[]): string =>
  `${blocks
    .filter((block): block is string => block !== undefined && block !== '')
    .join('\n\n')
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}|\p{Cs}/gu, ' ')}\n`
