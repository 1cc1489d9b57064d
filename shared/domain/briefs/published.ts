import type { Indicator } from '../forms/form.ts'

/** Numbers of people below this could name somebody in a village: they are not published (domain §4). */
const SMALLEST_PUBLISHED = 5

/** A cell as the public may see it: a number, not available, or too small to be shown. */
export type PublishedCell = { readonly value: number } | 'not-available' | 'hidden'

/** Of cells that count somebody at all. */
const isSmall = (value: number) => value < SMALLEST_PUBLISHED

/**
 * The cells of a published table that add up to a total beside them. Where they count people, 1 to 4 are hidden; zero names
 * nobody and stays. A single hidden cell could be computed from the total, so the smallest of the others goes with it.
 * @param cells undefined where the figure is not available
 */
export const publishedCells = (
  { unit }: Pick<Indicator, 'unit'>,
  cells: readonly (number | undefined)[],
): PublishedCell[] => {
  const hidden = new Set(unit === 'people' ? hiddenCells(cells) : [])
  return cells.map((value, index) => {
    if (value === undefined) return 'not-available'
    return hidden.has(index) ? 'hidden' : { value }
  })
}

const hiddenCells = (cells: readonly (number | undefined)[]): number[] => {
  const counted = cells.flatMap((value, index) => (value === undefined || value === 0 ? [] : [{ value, index }]))
  const small = counted.filter(({ value }) => isSmall(value))
  if (small.length !== 1) return small.map(({ index }) => index)
  const [next] = counted.filter(({ value }) => !isSmall(value)).toSorted((a, b) => a.value - b.value)
  return [...small, ...(next ? [next] : [])].map(({ index }) => index)
}
