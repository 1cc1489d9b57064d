import { isAvailable } from '#shared/domain/forms/figure.ts'
import { type Field, figureAt } from '#shared/domain/forms/form.ts'
import { isFigure } from '#shared/domain/forms/table.ts'
import type { Messages } from '../../messages/index.ts'
import type { RowPast } from '../../report-draft/past.ts'

/** What is said beside a figure's field of the quarters before, each part a sentence; areas in both units. */
export const pastHint = (field: Field, past: RowPast | undefined, t: Messages): string | undefined => {
  if (!past || !isFigure(field)) return undefined
  const spell = (value: number) => (field.unit === 'm²' ? t.formats.area(value) : t.formats.quantity(value, field.unit))
  const last = past.previous && figureAt(past.previous, field.path)
  const year = past.yearBefore(field)
  return [
    last === undefined
      ? undefined
      : isAvailable(last)
        ? t.report.lastQuarter(spell(last))
        : t.report.lastQuarterMissing(last.notAvailable),
    year?.value !== undefined &&
      t.report.yearBefore(year.leftOut === 0 ? spell(year.value) : t.formats.leftOut(spell(year.value), year.leftOut)),
  ]
    .filter(Boolean)
    .join('. ')
}
