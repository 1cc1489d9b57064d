import type { BriefFigure } from '#shared/domain/briefs/model.ts'
import type { Scale } from '../figures-in-words.ts'

/** One printed cell: the number, and a letter where a note below the table says what the number leaves out. */
export interface Cell {
  readonly text: string
  readonly mark: string
}

export interface LeftOut {
  readonly cell: (figure: BriefFigure, scale: Scale) => Cell
  /** One line a letter: what the figures so marked leave out. */
  readonly notes: readonly { readonly mark: string; readonly text: string }[]
}

const letter = (index: number): string => String.fromCharCode(97 + (index % 26)).repeat(1 + Math.floor(index / 26))
const isSum = (figure: BriefFigure) => figure.value !== undefined && figure.leftOut > 0

/** Letters for the figures of one table, one for each number of figures left out. An absent figure says so itself and needs none. */
export const leftOutOf = (figures: readonly BriefFigure[]): LeftOut => {
  const counts = [...new Set(figures.filter(isSum).map((figure) => figure.leftOut))].sort((a, b) => a - b)
  const markOf = (figure: BriefFigure) => (isSum(figure) ? letter(counts.indexOf(figure.leftOut)) : '')
  return {
    cell: (figure, scale) => ({ text: scale.spell(figure.value), mark: markOf(figure) }),
    notes: counts.map((count, index) => ({
      mark: letter(index),
      text: `leaves out ${count} ${count === 1 ? 'figure' : 'figures'} not available`,
    })),
  }
}
