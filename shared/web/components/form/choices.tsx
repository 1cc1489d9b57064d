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

interface FewProps extends FormGroupProps {
  readonly options: Options
  readonly type: 'radio' | 'checkbox'
  readonly chosen: readonly string[]
}

/** The first has the field's id, so that an error's link leads there. */
const Few = ({ type, chosen, options, ...group }: FewProps) => {
  const base = type === 'radio' ? 'govuk-radios' : 'govuk-checkboxes'
  return (
    <div class={`govuk-form-group${group.error ? ' govuk-form-group--error' : ''}`}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(group)}>
        <legend class="govuk-fieldset__legend">{group.label}</legend>
        <InputTexts {...group} />
        <div class={base}>
          {options.map(([option, label], index) => {
            const id = index === 0 ? group.name : `${group.name}-${index + 1}`
            return (
              <div class={`${base}__item`}>
                <input
                  class={`${base}__input`}
                  id={id}
                  name={group.name}
                  type={type}
                  value={option}
                  checked={chosen.includes(option)}
                />
                <label class={`govuk-label ${base}__label`} for={id}>
                  {label}
                </label>
              </div>
            )
          })}
        </div>
      </fieldset>
    </div>
  )
}

/** One of a few. */
export const Radios = ({ value, ...few }: ChoiceProps & { options: Options }) => (
  <Few {...few} type="radio" chosen={[value]} />
)

/** Several of a few. */
export const Checkboxes = ({ value, ...few }: FormGroupProps & { value: readonly string[]; options: Options }) => (
  <Few {...few} type="checkbox" chosen={value} />
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
