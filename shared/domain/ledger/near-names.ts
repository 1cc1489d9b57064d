import { donorId } from './contribution.ts'

const MOST = 3
/** One letter in so many may differ. */
const LETTERS_A_SLIP = 4

/** Names that a name may be meant for: a few letters apart, or the same words and more. The nearest first. */
export const nearNames = (name: string, known: Iterable<string>): string[] => {
  const id = donorId(name)
  return [...known]
    .map((other) => ({ other, distance: distanceOf(id, donorId(other)) }))
    .filter(({ distance }) => distance <= Math.max(1, Math.floor(id.length / LETTERS_A_SLIP)))
    .toSorted((a, b) => a.distance - b.distance || (a.other < b.other ? -1 : 1))
    .slice(0, MOST)
    .map(({ other }) => other)
}

/** Letters to change, add or leave out; 1 where one name holds all words of the other. */
const distanceOf = (a: string, b: string): number => {
  const [words, others] = [a.split('-'), b.split('-')]
  if (words.every((word) => others.includes(word)) || others.every((word) => words.includes(word))) return 1
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
