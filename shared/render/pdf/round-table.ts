import type { RoundTable } from '#shared/domain/briefs/model.ts'
import { scaleFor } from '../figures-in-words.ts'
import { leftOutOf } from './figure-cells.ts'

/** Figures round by round as they are printed, with the notes of what they leave out. */
export const roundTableSheet = ({ twg, rounds, lines }: RoundTable) => {
  const leftOut = leftOutOf(lines.flatMap(({ figures }) => figures))
  return {
    twg,
    rounds,
    rows: lines.map(({ label, unit, figures }) => {
      const scale = scaleFor(
        unit,
        figures.map(({ value }) => value),
      )
      return { label, unit: scale.unit, cells: figures.map((figure) => leftOut.cell(figure, scale)) }
    }),
    notes: leftOut.notes,
  }
}
