const LONGEST_LINE = 200

/** The first sentence or line of a text, shortened where it is longer than a line of a summary. */
export const firstSentence = (text: string): string => {
  const [sentence = ''] = text.split(/(?<=[.!?])\s|\n/)
  return sentence.length > LONGEST_LINE ? `${sentence.slice(0, LONGEST_LINE - 1).trimEnd()}…` : sentence
}
