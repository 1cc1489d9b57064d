import type { twgSheet } from './twg-sheet.ts'

/** One way to set a brief. */
export interface Attempt {
  readonly density: 'regular' | 'compact' | 'dense'
  readonly sheet: object
  /** What counts as its pages, where annexes follow it. */
  readonly body?: object
}
export type Attempts = [Attempt, ...Attempt[]]

type TwgSheet = ReturnType<typeof twgSheet>

/** What is tried in turn until a TWG brief fits: smaller type, then half of the action points, those due first. Nothing else is left out. */
export const twgAttempts = (sheet: TwgSheet): Attempts => {
  const points = sheet.actions.length
  const whole = withPoints(sheet, points)
  return [
    { density: 'regular', sheet: whole },
    { density: 'compact', sheet: whole },
    { density: 'dense', sheet: whole },
    ...fewer(points).map((shown): Attempt => ({ density: 'dense', sheet: withPoints(sheet, shown) })),
  ]
}

const fewer = (points: number): number[] => {
  const half = Math.floor(points / 2)
  return points === 0 ? [] : [half, ...fewer(half)]
}

const withPoints = (sheet: TwgSheet, shown: number) => ({
  ...sheet,
  actions: sheet.actions.slice(0, shown),
  furtherActions: furtherActions(sheet.actions.length - shown, 'on the web page of this brief'),
})

/** What is said of action points that a page has no room for. */
export const furtherActions = (count: number, where: string): string =>
  count === 0 ? '' : `and ${count} more ${count === 1 ? 'action point' : 'action points'} ${where}.`
