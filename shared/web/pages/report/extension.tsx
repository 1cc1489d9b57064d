import { TextArea, TextInput } from '../../components/form/inputs.tsx'
import { useFrame } from '../../components/frame.ts'
import { errorAt, LifeForm, type LifeFormProps } from '../../components/report/life-form.tsx'

/** The secretariat gives one TWG another due date. */
export const ExtensionPage = ({ typed, ...page }: LifeFormProps) => {
  const { reportLife: said } = useFrame().t
  const intro = said.extendIntro(page.sheet.twgName)
  return (
    <LifeForm {...page} step="extension" title={said.extendTitle} intro={intro} button={said.extendButton}>
      <TextInput
        name="due"
        label={said.newDue}
        hint={said.newDueHint}
        width="govuk-input--width-10"
        value={typed.due ?? ''}
        error={errorAt({ typed, ...page }, 'due')}
      />
      <TextArea
        name="reason"
        label={said.extendReason}
        hint={said.extendReasonHint}
        rows={4}
        value={typed.reason ?? ''}
        error={errorAt({ typed, ...page }, 'reason')}
      />
    </LifeForm>
  )
}
