import { useFrame } from '../frame.ts'
import { describedBy, FormGroup, type FormGroupProps, InputTexts, idOf } from './form-group.tsx'

type Options = readonly (readonly [value: string, label: string])[]

interface ChoiceProps extends FormGroupProps {
  readonly value: string
}

/** One of a long list. A value that is not in the list is kept as it is, so that nothing typed is lost. */
export const Select = ({ value, options, empty, ...group }: ChoiceProps & { options: Options; empty?: string }) => {
  const { t } = useFrame()
  return (
    <FormGroup {...group}>
      <select
        class={`govuk-select${group.error ? ' govuk-select--error' : ''}`}
        id={idOf(group)}
        name={group.name}
        aria-describedby={describedBy(group)}
      >
        <option value="">{empty ?? t.frame.chooseOne}</option>
        {options.map(([option, label]) => (
          <option value={option} selected={option === value}>
            {label}
          </option>
        ))}
        {value !== '' && !options.some(([option]) => option === value) && (
          <option value={value} selected>
            {value}
          </option>
        )}
      </select>
    </FormGroup>
  )
}

/** One of a few. The first has the field's id, so that an error's link leads there. */
export const Radios = ({ value, options, ...group }: ChoiceProps & { options: Options }) => (
  <div class={`govuk-form-group${group.error ? ' govuk-form-group--error' : ''}`}>
    <fieldset class="govuk-fieldset" aria-describedby={describedBy(group)}>
      <legend class="govuk-fieldset__legend">{group.label}</legend>
      <InputTexts {...group} />
      <div class="govuk-radios">
        {options.map(([option, label], index) => {
          const id = index === 0 ? group.name : `${group.name}-${index + 1}`
          return (
            <div class="govuk-radios__item">
              <input
                class="govuk-radios__input"
                id={id}
                name={group.name}
                type="radio"
                value={option}
                checked={option === value}
              />
              <label class="govuk-label govuk-radios__label" for={id}>
                {label}
              </label>
            </div>
          )
        })}
      </div>
    </fieldset>
  </div>
)

/** One tick; sends `yes`. */
export const Checkbox = ({
  name,
  label,
  ticked,
  error,
}: {
  name: string
  label: string
  ticked: boolean
  error?: string | undefined
}) => {
  const group = { name, label, error }
  return (
    <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <InputTexts {...group} />
      <div class="govuk-checkboxes">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            id={name}
            name={name}
            type="checkbox"
            value="yes"
            checked={ticked}
            aria-describedby={describedBy(group)}
          />
          <label class="govuk-label govuk-checkboxes__label" for={name}>
            {label}
          </label>
        </div>
      </div>
    </div>
  )
}
