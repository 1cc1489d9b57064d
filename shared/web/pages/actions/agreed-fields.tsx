import type { Refusal } from '../../access/mendable.ts'
import { TextArea, TextInput } from '../../components/form/inputs.tsx'
import { useFrame } from '../../components/frame.ts'

type Agreed = Record<'text' | 'owner' | 'due', string>

/** What, by whom, by when: the secretariat records and mends it. */
export const AgreedFields = ({ typed, refusal }: { typed: Agreed; refusal: Refusal | undefined }) => {
  const { t } = useFrame()
  const at = (name: keyof Agreed) => ({
    name,
    label: t.actions[name],
    value: typed[name],
    error: refusal?.field === name ? refusal.message : undefined,
  })
  return (
    <>
      <TextArea {...at('text')} rows={3} />
      <TextInput {...at('owner')} hint={t.actions.ownerHint} />
      <TextInput {...at('due')} hint={t.report.dateHint} width="govuk-input--width-10" />
    </>
  )
}
