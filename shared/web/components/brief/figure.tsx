import type { Brief, BriefFigure } from '#shared/domain/briefs/model.ts'
import type { FigurePlace } from '#shared/domain/briefs/trace.ts'
import type { Messages } from '../../messages/index.ts'
import { useFrame } from '../frame.ts'

/** A figure of a brief; what is not available stays so, and a sum says how many of its parts it leaves out. */
export const figureText = ({ value, leftOut }: BriefFigure, { formats }: Messages): string => {
  if (value === undefined) return formats.notAvailable
  return leftOut > 0 ? formats.leftOut(formats.number(value), leftOut) : formats.number(value)
}

/** The brief itself, in the version that is meant; a draft has none. */
export const briefPath = ({ key, version }: Pick<Brief, 'key' | 'version'>): string =>
  version === 0 ? `/briefs/${key}` : `/briefs/version/${version}/${key}`

/** A figure that leads to what is behind it. @param brief version 0 where it is the draft that is shown */
export const Figure = ({
  figure,
  brief,
  place,
}: {
  figure: BriefFigure
  brief: Pick<Brief, 'key' | 'version'>
  place: FigurePlace
}) => {
  const { t } = useFrame()
  const text = figureText(figure, t)
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
