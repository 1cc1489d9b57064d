import type { RoundTable } from '#shared/domain/briefs/model.ts'
import { columnChart } from '../charts/column-chart.ts'
import { scaleFor } from '../figures-in-words.ts'

/** The chart of a cover: its title, the picture, and the same in words for who cannot see it. None while there is nothing to draw. */
export const coverChart = ({ rounds, lines }: RoundTable) => {
  const [line] = lines
  const values = line?.figures.map(({ value }) => value) ?? []
  if (!line || values.every((value) => value === undefined)) return []
  const scale = scaleFor(line.unit, values)
  const unit = scale.unit === '' ? '' : ` (${scale.unit})`
  return [
    {
      title: `${line.label} by quarter${unit}`,
      svg: columnChart({ names: rounds, values, spell: scale.spell }),
      words: rounds.map((round, index) => `${round}: ${scale.spell(values[index])}`).join('; '),
    },
  ]
}
