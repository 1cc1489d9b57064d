/** One line of the bench. A figure without a budget is printed for the record. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: 'KB' | 'MB' | '×' | ''
  /** What was divided by what, or what a count consists of: so that a reader can judge the figure. */
  readonly detail?: string
  readonly budget?: { readonly atMost: number } | { readonly atLeast: number }
}

/** A figure that this machine cannot measure, and why. */
export interface Skipped {
  readonly name: string
  readonly skipped: string
}

/** Undefined where there is no budget. */
export const isKept = ({ value, budget }: Figure): boolean | undefined => {
  if (budget === undefined) return undefined
  return 'atMost' in budget ? value <= budget.atMost : value >= budget.atLeast
}
