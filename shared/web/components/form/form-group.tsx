import type { Child } from 'hono/jsx'
import { useFrame } from '../frame.ts'
import { mixed } from '../mixed-text.tsx'
import { isLongPast, PastHint, type PastSaid } from '../report/past-hint.tsx'

export interface FormGroupProps {
  readonly name: string
  /** Its name unless given; a name with spaces cannot be an id. */
  readonly id?: string
  readonly label: string
  readonly hint?: string | undefined
  /** What the quarters before say of it. */
  readonly past?: PastSaid | undefined
  readonly error?: string | undefined
  /** Further text at the input, such as a figure that will be asked about. */
  readonly note?: string | undefined
}

const slots = ['hint', 'past', 'note', 'error'] as const

export const idOf = (group: FormGroupProps): string => group.id ?? group.name

/** The ids of the texts that describe an input, for `aria-describedby`; undefined when there are none. */
export const describedBy = (group: FormGroupProps): string | undefined =>
  slots
    .filter((slot) => group[slot] && !(slot === 'past' && group.past && isLongPast(group.past)))
    .map((slot) => `${idOf(group)}-${slot}`)
    .join(' ') || undefined

/** Hint, past, note and error of an input, each with the id that `describedBy` names. */
export const InputTexts = (group: FormGroupProps) => {
  const { t } = useFrame()
  return (
    <>
      {group.hint && (
        <div id={`${idOf(group)}-hint`} class="govuk-hint">
          {mixed(group.hint)}
        </div>
      )}
      {group.past && <PastHint id={`${idOf(group)}-past`} past={group.past} />}
      {group.note && (
        <p id={`${idOf(group)}-note`} class="app-note">
          {mixed(group.note)}
        </p>
      )}
      {group.error && (
        <p id={`${idOf(group)}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">{t.frame.errorPrefix}</span> {mixed(group.error)}
        </p>
      )}
    </>
  )
}

/** One input with its label, hint and error. */
export const FormGroup = ({ children, ...group }: FormGroupProps & { children?: Child }) => (
  <div class={`govuk-form-group${group.error ? ' govuk-form-group--error' : ''}`}>
    <label class="govuk-label" for={idOf(group)}>
      {mixed(group.label)}
    </label>
    <InputTexts {...group} />
    {children}
  </div>
)
