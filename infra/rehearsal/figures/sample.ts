import { fingerprint } from '#shared/domain/fingerprint.ts'
import { type Form, fieldsOf } from '#shared/domain/forms/form.ts'
import type { Typed } from '#shared/domain/report.ts'

/** Rows of a form for a round, as a chair would type them. */
export type RowsOf = (round: string, stocks: Stocks) => Typed[]

/** A number from `from` to `to`, the same for the same words. Up to twice `from` it stays within any trend. */
export type Some = (from: number, to: number, what: string) => number

export const someOf =
  (...words: string[]): Some =>
  (from, to, what) =>
    from + (Number.parseInt(fingerprint(...words, what).slice(0, 8), 16) % (to - from + 1))

/** What a quarter leaves to the next, by name. */
export class Stocks {
  readonly #left = new Map<string, number>()

  /** What was left of `name`, or `first` in the first quarter. */
  of(name: string, first: number): number {
    return this.#left.get(name) ?? first
  }

  leave(name: string, value: number): void {
    this.#left.set(name, value)
  }
}

/** Zero in every figure that is asked each quarter, nothing elsewhere. */
export const zerosOf = ({ twg, rows }: Form): Typed => {
  if (!rows) throw new Error(`The form of ${twg} has no rows`)
  const figures = fieldsOf(rows.schema).filter(
    ({ kind, optional }) => !optional && !['text', 'long-text', 'date', 'choice', 'choices'].includes(kind),
  )
  return Object.fromEntries(figures.map(({ path }) => [path, '0']))
}

export const typed = (figures: Readonly<Record<string, number>>): Typed =>
  Object.fromEntries(Object.entries(figures).map(([path, value]) => [path, String(value)]))

/** Yearly figures belong to the fourth quarter. */
export const onceAYear = (round: string, figures: Readonly<Record<string, number>>): Typed =>
  round.endsWith('Q4') ? typed(figures) : {}
