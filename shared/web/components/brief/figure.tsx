import type { Brief, BriefFigure } from '#shared/domain/briefs/model.ts'
import type { FigurePlace } from '#shared/domain/briefs/trace.ts'
import type { Scale } from '#shared/render/figures-in-words.ts'
import type { Messages } from '../../messages/index.ts'
import { useFrame } from '../frame.ts'

/**
 * A figure of a brief; what is not available stays so, and a sum says how many of its parts it leaves out.
 * @param scale of the line or column that it stands in, so that figures side by side compare
 */
export const figureText = ({ value, leftOut }: BriefFigure, { spell }: Scale, { formats }: Messages): string =>
  value !== undefined && leftOut > 0 ? formats.leftOut(spell(value), leftOut) : spell(value)

/** A figure by itself, with its unit: `1,310.5 ha`, `US$ 57,159,000`. */
export const quantityText = (figure: BriefFigure, scale: Scale, t: Messages): string => {
  const { unit, spell } = scale
  if (figure.value === undefined || unit === '') return figureText(figure, scale, t)
  const withItsUnit = (text: string) => (unit === 'US$' ? `US$ ${text}` : `${text} ${unit}`)
  return figureText(figure, { unit, spell: (value) => withItsUnit(spell(value)) }, t)
}

/** What a line or column is called, with the unit of its scale. */
export const withUnit = (label: string, { unit }: Scale): string => (unit === '' ? label : `${label} (${unit})`)

/** The brief itself, in the version that is meant; a draft has none. */
export const briefPath = ({ key, version }: Pick<Brief, 'key' | 'version'>): string =>
  version === 0 ? `/briefs/${key}` : `/briefs/version/${version}/${key}`

/** A figure that leads to what is behind it. @param brief version 0 where it is the draft that is shown */
export const Figure = ({
  figure,
  scale,
  brief,
  place,
}: {
  figure: BriefFigure
  scale: Scale
  brief: Pick<Brief, 'key' | 'version'>
  place: FigurePlace
}) => {
  const { t } = useFrame()
  const text = figureText(figure, scale, t)
  if (figure.sources.length === 0) return text
  const path = [brief.version, place.twg, place.indicator, encodeURIComponent(place.column)].join('/')
  return (
    <a class="govuk-link govuk-link--no-visited-state" href={`/briefs/behind/${path}/${brief.key}`}>
      {text}
    </a>
  )
}

/** A column of the indicator table in words; a province is named already. */
export const columnText = (column: FigurePlace['column'], { briefs }: Messages): string =>
  Object.hasOwn(briefs.columns, column) ? briefs.columns[column as keyof typeof briefs.columns] : column
