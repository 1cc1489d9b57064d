import * as z from 'zod'

/** A number that could not be reported, and why. It stays apart from zero everywhere, sums included. */
export const NotAvailable = z.strictObject({ notAvailable: z.string().trim().min(3).max(200) })
export type NotAvailable = z.infer<typeof NotAvailable>

/** A reported number: a value (zero is a value), or not available with the reason. */
export type Figure = number | NotAvailable

export const isAvailable = (figure: Figure | undefined): figure is number => typeof figure === 'number'

/** A total over figures: the sum of what is available, and how many were not. */
export interface Total {
  readonly value: number | undefined
  readonly leftOut: number
}

/** Adds what is available. With nothing available the value is undefined, never zero. */
export const totalOf = (figures: readonly (Figure | undefined)[]): Total => {
  const available = figures.filter(isAvailable)
  return {
    value: available.length === 0 ? undefined : available.reduce((sum, value) => sum + value, 0),
    leftOut: figures.length - available.length,
  }
}
