import { type Figure, isAvailable } from '#shared/domain/forms/figure.ts'
import { type Field, valueAt } from '#shared/domain/forms/form.ts'
import { isFigure } from '#shared/domain/forms/table.ts'
import type { Past } from '../../report-draft/past.ts'
import { valueText } from '../form/field-text.ts'
import { type Frame, useFrame } from '../frame.ts'
import { Words } from '../words.tsx'

/** Characters of a text that may stand open beside its field. */
const LONGEST_OPEN = 200

/** What the quarters before say of a field, for the place beside it. */
export interface PastSaid {
  /** Last quarter's value in words: what stands before it, and what a person typed. */
  readonly last: { readonly label: string; readonly text: string } | undefined
  /** The year before this quarter, a sentence. */
  readonly year: string | undefined
}

/** Too long to stand open, or to be read out with the field. */
export const isLongPast = ({ last }: PastSaid): boolean => (last?.text.length ?? 0) > LONGEST_OPEN

/** Areas in both units; what was left empty says nothing, unless an empty answer has a meaning. */
export const pastSaid = (field: Field, past: Past | undefined, { t, sector }: Frame): PastSaid | undefined => {
  if (!past) return undefined
  const value = past.previous && valueAt(past.previous, field.path)
  if (!isFigure(field)) {
    const text = (past.previous && (valueText(field, value, sector, t) || field.empty)) ?? ''
    return text === '' ? undefined : { last: { label: t.report.lastQuarter, text }, year: undefined }
  }
  const spell = (figure: number) =>
    field.unit === 'm²' ? t.formats.area(figure) : t.formats.quantity(figure, field.unit)
  const figure = value as Figure | undefined
  const { value: sum, leftOut = 0 } = past.yearBefore(field) ?? {}
  const last =
    figure === undefined
      ? undefined
      : isAvailable(figure)
        ? { label: t.report.lastQuarter, text: spell(figure) }
        : { label: t.report.lastQuarterMissing, text: figure.notAvailable }
  const year =
    sum === undefined
      ? undefined
      : t.report.yearBefore(leftOut === 0 ? spell(sum) : t.formats.leftOut(spell(sum), leftOut))
  return last || year ? { last, year } : undefined
}

/** Stands between the hint of a field and its input. A long text opens when it is asked for. */
export const PastHint = ({ id, past }: { id: string; past: PastSaid }) => {
  const { t } = useFrame()
  const { last, year } = past
  if (last && isLongPast(past)) {
    return (
      <details id={id} class="app-details app-past">
        <summary>{t.report.lastQuarterSummary}</summary>
        <p class="app-prose">
          <Words text={last.text} />
        </p>
      </details>
    )
  }
  return (
    <div id={id} class="govuk-hint app-past">
      {last && (
        <>
          {last.label} <Words text={last.text} />
        </>
      )}
      {last && year && '. '}
      {year}
    </div>
  )
}
