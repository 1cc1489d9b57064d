import { mixed } from '../mixed-text.tsx'
import { FieldInput, type FieldInputProps } from './field-input.tsx'
import { fieldRuns } from './field-runs.ts'

/** All fields of a part in the schema's order; what belongs together stands in a fieldset with its legend. */
export const FieldGroups = ({ fields }: { fields: readonly FieldInputProps[] }) => (
  <>
    {fieldRuns(fields).map(({ heading, entries }) => {
      const hint = entries[0]?.field.groupHint
      const inputs = entries.map((entry) => <FieldInput {...entry} />)
      return heading === '' ? (
        inputs
      ) : (
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{mixed(heading)}</legend>
          {hint && <p class="govuk-hint">{hint}</p>}
          <div class="app-fields">{inputs}</div>
        </fieldset>
      )
    })}
  </>
)
