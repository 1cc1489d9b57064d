import { Hidden, TextArea } from '../../components/form/inputs.tsx'
import { useFrame } from '../../components/frame.ts'
import { DraftToBeLost } from '../../components/report/draft-to-be-lost.tsx'
import { errorAt, LifeForm, type LifeFormProps } from '../../components/report/life-form.tsx'

/** Asks once more, and why, before a returned amendment is given up and the accepted version stands again. */
export const WithdrawPage = ({ typed, ...page }: LifeFormProps) => {
  const { withdraw: said } = useFrame().t.reportLife
  const { sheet, version, refusal } = page
  const saidOfActions = (sheet.current?.content.actions ?? []).length > 0
  return (
    <LifeForm
      {...page}
      step="withdraw"
      title={said.title}
      intro={said.intro(version)}
      button={said.button}
      keep={said.keep}
    >
      {saidOfActions && <p class="govuk-body app-prose">{said.actionsStay}</p>}
      <Hidden name="draft-version" value={sheet.draftVersion} />
      <DraftToBeLost sheet={sheet} open={refusal?.code === 'changed'} />
      <TextArea
        name="reason"
        label={said.reason}
        hint={said.reasonHint}
        rows={3}
        value={typed.reason ?? ''}
        error={errorAt({ typed, ...page }, 'reason')}
      />
    </LifeForm>
  )
}
