import type { Field } from '#shared/domain/forms/form.ts'
import { chosenIn, optionsOf } from '#shared/domain/forms/read-fields.ts'
import { isFigure, isLong } from '#shared/domain/forms/table.ts'
import { useFrame } from '../frame.ts'
import type { PastSaid } from '../report/past-hint.tsx'
import { Checkboxes, Radios, Select } from './choices.tsx'
import { TextArea, TextInput } from './inputs.tsx'

/** Long lists, such as the sector's provinces, are looked through by name. */
const alphabet = new Intl.Collator('en')

export interface FieldInputProps {
  readonly field: Field
  /** What was typed, valid or not. */
  readonly value: string
  readonly error?: string | undefined
  /** A warning about the figure. */
  readonly note?: string | undefined
  /** What the quarters before say of it. */
  readonly past?: PastSaid | undefined
}

/** The input of a form's field; kind, label, unit and help come from its schema. The field's path is its name and id. */
export const FieldInput = ({ field, value, error, note, past }: FieldInputProps) => {
  const { t, sector } = useFrame()
  const limit = field.longest !== undefined && isLong(field) ? t.report.upTo(field.longest) : undefined
  const hint = [field.help, field.standard, limit]
  const mayBeEmpty = field.optional && (field.when?.needed ?? []).length === 0
  const label = mayBeEmpty ? t.frame.optional(field.label) : field.label
  const group = { name: field.path, label, hint: hint.filter(Boolean).join('. '), past, error, note, value }
  if (isFigure(field)) return <TextInput {...group} width="app-figure" unit={field.unit} />
  if (field.kind === 'long-text') return <TextArea {...group} rows={6} />
  if (field.kind === 'date') {
    return (
      <TextInput
        {...group}
        hint={[group.hint, t.report.dateHint].filter(Boolean).join('. ')}
        width="govuk-input--width-10"
      />
    )
  }
  if (field.kind === 'choices')
    return <Checkboxes {...group} value={chosenIn(value)} options={Object.entries(optionsOf(field, sector))} />
  if (field.kind !== 'choice')
    return field.lines === undefined ? <TextInput {...group} /> : <TextArea {...group} rows={field.lines} />
  const options = Object.entries(optionsOf(field, sector))
  const empty = field.empty === undefined ? {} : { empty: field.empty }
  if (typeof field.options !== 'string') {
    return field.optional ? <Select {...group} {...empty} options={options} /> : <Radios {...group} options={options} />
  }
  return <Select {...group} {...empty} options={options.toSorted(([, a], [, b]) => alphabet.compare(a, b))} />
}
