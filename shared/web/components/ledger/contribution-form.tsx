import { donorId, ContributionForm as FormOptions } from '#shared/domain/ledger/contribution.ts'
import type { TypedContribution } from '#shared/domain/ledger/read-contribution.ts'
import { FACT_FIELDS, type FactField } from '#shared/domain/ledger/read-facts.ts'
import { type Mistake, MOVEMENT_FIELDS, type MovementField } from '#shared/domain/ledger/read-movement.ts'
import { Button } from '../button.tsx'
import { Checkboxes, Radios, Select } from '../form/choices.tsx'
import { Hidden, TextArea, TextInput } from '../form/inputs.tsx'
import { useFrame } from '../frame.ts'

export interface ContributionFormProps {
  readonly typed: TypedContribution
  readonly mistakes: readonly Mistake[]
  /** The secretariat chooses the source; a focal point speaks as the donor. */
  readonly secretariat: boolean
}

/** All that is asked of a contribution. A movement's fields are named by its place, as its mistakes are. */
export const ContributionFields = ({ typed, mistakes, secretariat }: ContributionFormProps) => {
  const { t } = useFrame()
  const errorAt = (name: string) => mistakes.find(({ field }) => field === name)?.message
  return (
    <>
      {FACT_FIELDS.map((field) => (
        <>
          <FactInput field={field} value={typed.facts[field]} error={errorAt(field)} secretariat={secretariat} />
          {field === 'donor' && <NewDonor name={typed.facts.donor} error={errorAt('new_donor')} />}
        </>
      ))}
      <Hidden name="count" value={typed.movements.length} />
      {typed.movements.map((movement, index) => (
        <fieldset class="govuk-fieldset" id={index === 0 ? 'movements' : undefined}>
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{t.ledger.movementNumber(index + 1)}</legend>
          {typed.movements.length > 1 && <p class="govuk-hint">{t.ledger.removeHint}</p>}
          <div class="app-fields">
            {MOVEMENT_FIELDS.map((field) => {
              const name = `movements.${index}.${field}`
              return <MovementInput field={field} name={name} value={movement[field]} error={errorAt(name)} />
            })}
          </div>
        </fieldset>
      ))}
      <button type="submit" name="add" value="yes" class="govuk-button govuk-button--secondary">
        {t.ledger.addMovement}
      </button>
      <TextInput
        name="total"
        label={t.frame.optional(t.ledger.total)}
        hint={t.ledger.totalHint}
        value={typed.total}
        error={errorAt('total')}
        width="app-figure"
      />
    </>
  )
}

/** The button that a form is sent with when Enter is pressed stands first, unseen: it must not be the one that adds a movement. */
export const DefaultButton = ({ children }: { children: string }) => (
  <div class="govuk-visually-hidden" aria-hidden="true">
    <button type="submit" tabindex={-1}>
      {children}
    </button>
  </div>
)

export const SendButton = ({ children }: { children: string }) => <Button>{children}</Button>

/** Asked once it is known that nothing is recorded for a donor of this name; the tick is for this name alone. */
const NewDonor = ({ name, error }: { name: string; error: string | undefined }) => {
  const { t } = useFrame()
  if (error === undefined) return null
  const options = [[donorId(name), t.ledger.newDonorOf(name.trim())]] as const
  return <Checkboxes name="new_donor" label={t.ledger.newDonor} error={error} value={[]} options={options} />
}

const REQUIRED: ReadonlySet<FactField> = new Set(['donor', 'title', 'source', 'form', 'earmarking'])

const FactInput = (about: { field: FactField; value: string; error: string | undefined; secretariat: boolean }) => {
  const { t } = useFrame()
  const { field, value, error, secretariat } = about
  const name = t.ledger.facts[field]
  const label = REQUIRED.has(field) ? name : t.frame.optional(name)
  const group = { name: field, label, hint: t.ledger.factHints[field], error, value }
  switch (field) {
    case 'source':
      return secretariat ? (
        <Select {...group} options={Object.entries(t.ledger.sources)} />
      ) : (
        <Hidden name={field} value="donor" />
      )
    case 'form':
      return (
        <Radios
          {...group}
          value={value || 'financial'}
          options={FormOptions.options.map((option) => [option, t.ledger.forms[option]])}
        />
      )
    case 'earmarking':
      return <Select {...group} value={value || 'not-stated'} options={Object.entries(t.ledger.earmarkings)} />
    case 'note':
      return <TextArea {...group} rows={4} />
    default:
      return <TextInput {...group} />
  }
}

const OPTIONAL: ReadonlySet<MovementField> = new Set(['usd', 'rate', 'rate_direction', 'rate_source', 'rate_date'])

const MovementInput = (about: { field: MovementField; name: string; value: string; error: string | undefined }) => {
  const { t } = useFrame()
  const { field, name, value, error } = about
  const words = t.ledger.movements[field]
  const label = OPTIONAL.has(field) ? t.frame.optional(words) : words
  const group = { name, label, hint: t.ledger.movementHints[field], error, value }
  if (field === 'type') {
    const { pledge, commitment, disbursement } = t.ledger.types
    return <Select {...group} options={Object.entries({ pledge, commitment, disbursement })} />
  }
  if (field === 'rate_direction') return <Select {...group} options={Object.entries(t.ledger.directions)} />
  return <TextInput {...group} width="app-figure" />
}
