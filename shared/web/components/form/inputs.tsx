import { languageOf } from '../../messages/language-of.ts'
import { useFrame } from '../frame.ts'
import { describedBy, FormGroup, type FormGroupProps, idOf } from './form-group.tsx'

interface InputProps extends FormGroupProps {
  readonly value: string
}

interface TextInputProps extends InputProps {
  readonly type?: 'text' | 'email'
  readonly inputmode?: 'numeric' | 'email' | 'url'
  readonly autocomplete?: string
  /** A class that says how much is expected: `app-figure`, `govuk-input--width-10`. */
  readonly width?: string
  readonly unit?: string | undefined
}

const errorClass = (base: string, error: string | undefined) => (error ? ` ${base}--error` : '')

export const TextInput = ({
  value,
  type = 'text',
  inputmode,
  autocomplete,
  width = '',
  unit,
  ...group
}: TextInputProps) => {
  const { language } = useFrame()
  const input = (
    <input
      class={`govuk-input ${width}${errorClass('govuk-input', group.error)}`}
      id={idOf(group)}
      name={group.name}
      type={type}
      inputmode={inputmode}
      autocomplete={autocomplete ?? 'off'}
      spellcheck={false}
      value={value}
      lang={languageOf(value, language)}
      aria-describedby={describedBy(group)}
    />
  )
  return (
    <FormGroup {...group} label={unit ? `${group.label} (${unit})` : group.label}>
      {unit ? (
        <div class="govuk-input__wrapper">
          {input}
          <div class="govuk-input__suffix" aria-hidden="true">
            {unit}
          </div>
        </div>
      ) : (
        input
      )}
    </FormGroup>
  )
}

/** @param wide its lines are not broken: a table */
export const TextArea = ({ value, rows, wide, ...group }: InputProps & { rows: number; wide?: boolean }) => {
  const { language } = useFrame()
  return (
    <FormGroup {...group}>
      <textarea
        class={`govuk-textarea${wide ? ' app-table-text' : ''}${errorClass('govuk-textarea', group.error)}`}
        wrap={wide ? 'off' : undefined}
        spellcheck={wide ? false : undefined}
        id={idOf(group)}
        name={group.name}
        rows={rows}
        lang={languageOf(value, language)}
        aria-describedby={describedBy(group)}
      >
        {/* a text area swallows the first line end, so one is given */}
        {`\n${value}`}
      </textarea>
    </FormGroup>
  )
}

export const FileInput = ({ accept, ...group }: FormGroupProps & { accept: string }) => (
  <FormGroup {...group}>
    <input
      class="app-file"
      id={idOf(group)}
      name={group.name}
      type="file"
      accept={accept}
      aria-describedby={describedBy(group)}
    />
  </FormGroup>
)

export const Hidden = ({ name, value }: { name: string; value: string | number }) => (
  <input type="hidden" name={name} value={String(value)} />
)
