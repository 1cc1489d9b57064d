import { TextArea } from '../../components/form/inputs.tsx'
import { useFrame } from '../../components/frame.ts'
import { errorAt, LifeForm, type LifeFormProps } from '../../components/report/life-form.tsx'

/** An accepted report is opened as a draft, with the reason. */
export const AmendPage = ({ typed, ...page }: LifeFormProps) => {
  const { reportLife: said } = useFrame().t
  return (
    <LifeForm {...page} step="amend" title={said.amendTitle} intro={said.amendIntro} button={said.amendButton}>
      <TextArea
        name="reason"
        label={said.reason}
        hint={said.reasonHint}
        rows={4}
        value={typed.reason ?? ''}
        error={errorAt({ typed, ...page }, 'reason')}
      />
    </LifeForm>
  )
}
