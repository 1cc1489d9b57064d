import { once } from '../once.ts'
import { decimalCommaChecks } from './checks/decimal-comma.ts'
import { checksOfFields } from './checks/of-fields.ts'
import { type Form, fieldsOf, type RowForm } from './form.ts'

/**
 * The form of a TWG. Its rows are built when first asked for: schemas cost more than most starts of a function can spare.
 * What the fields say of themselves (a part of another, asked yearly, a day of the round) is checked without being listed.
 * @param version raised when a field changes its meaning
 */
export const reportForm = (twg: string, version: number, rows: () => RowForm): Form => {
  const made = once(() => {
    const own = rows()
    const fields = fieldsOf(own.schema)
    return { ...own, checks: [...own.checks, ...checksOfFields(fields), ...decimalCommaChecks(fields, own.checks)] }
  })
  return {
    twg,
    version,
    get rows() {
      return made()
    },
  }
}
