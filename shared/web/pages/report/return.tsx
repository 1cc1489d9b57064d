import { TextArea } from '../../components/form/inputs.tsx'
import { useFrame } from '../../components/frame.ts'
import { errorAt, LifeForm, type LifeFormProps } from '../../components/report/life-form.tsx'

/** The secretariat gives a report back and says what is to be mended. */
export const ReturnPage = ({ typed, ...page }: LifeFormProps) => {
  const { reportLife: said } = useFrame().t
  return (
    <LifeForm {...page} step="return" title={said.returnTitle} intro={said.returnIntro} button={said.returnButton}>
      <TextArea
        name="comment"
        label={said.comment}
        hint={said.commentHint}
        rows={5}
        value={typed.comment ?? ''}
        error={errorAt({ typed, ...page }, 'comment')}
      />
    </LifeForm>
  )
}
