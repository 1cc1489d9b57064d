import { oncePerLanguage } from '../words/say.ts'
import { decimalCommaChecks } from './checks/decimal-comma.ts'
import { checksOfFields } from './checks/of-fields.ts'
import { trendsOfFields } from './checks/trends.ts'
import { measuredBy } from './field.ts'
import { type Field, type Form, fieldsOf, type Indicator, type RowForm } from './form.ts'

/**
 * The form of a TWG. Its rows are built when first asked for: schemas cost more than most starts of a function can spare.
 * What the fields say of themselves (a part of another, asked yearly, a day of the round) is checked without being listed,
 * and every figure is followed over the quarters.
 * @param version raised when a field changes its meaning
 */
export const reportForm = (twg: string, version: number, rows: () => RowForm): Form => {
  const made = oncePerLanguage(() => {
    const own = rows()
    const fields = fieldsOf(own.schema)
    return {
      ...own,
      checks: [
        ...own.checks,
        ...trendsOfFields(fields, own.checks),
        ...checksOfFields(fields),
        ...decimalCommaChecks(fields, own.checks),
      ],
      indicators: own.indicators.map((indicator) => measured(indicator, fields)),
    }
  })
  return {
    twg,
    version,
    get rows() {
      return made()
    },
  }
}

/** An indicator adds up what measures the same. */
const measured = (indicator: Indicator, fields: readonly Field[]): Indicator => {
  const first = fields.find(({ path }) => path === indicator.paths[0])
  return first ? { ...indicator, measures: measuredBy(first) } : indicator
}
