import type { Field } from '#shared/domain/forms/form.ts'
import { FieldInput, type FieldInputProps } from './field-input.tsx'

/** Runs of fields that stand under the same heading. */
const groupsOf = (fields: readonly FieldInputProps[]): FieldInputProps[][] =>
  fields.reduce<FieldInputProps[][]>((groups, entry) => {
    const last = groups.at(-1)
    if (last?.[0] && headingOf(last[0].field) === headingOf(entry.field)) last.push(entry)
    else groups.push([entry])
    return groups
  }, [])

const headingOf = ({ groups }: Field): string => groups.join(', ')

/** All fields of a part in the schema's order; what belongs together stands in a fieldset with its legend. */
export const FieldGroups = ({ fields }: { fields: readonly FieldInputProps[] }) => (
  <>
    {groupsOf(fields).map((group) => {
      const heading = group[0] ? headingOf(group[0].field) : ''
      const inputs = group.map((entry) => <FieldInput {...entry} />)
      return heading === '' ? (
        inputs
      ) : (
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{heading}</legend>
          <div class="app-fields">{inputs}</div>
        </fieldset>
      )
    })}
  </>
)
