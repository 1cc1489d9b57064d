import { referenceOf } from '#shared/domain/report.ts'
import { TextArea } from '../../components/form/inputs.tsx'
import { useFrame } from '../../components/frame.ts'
import { DraftToBeLost } from '../../components/report/draft-to-be-lost.tsx'
import { errorAt, LifeForm, type LifeFormProps } from '../../components/report/life-form.tsx'

/** Asks once more, and why, before a draft is given up; what it holds can be read first. */
export const DiscardPage = ({ typed, ...page }: LifeFormProps) => {
  const { reportLife: said } = useFrame().t
  const { current } = page.sheet
  const what = current ? said.discardAmendment : said.discardDraft
  return (
    <LifeForm
      {...page}
      step="discard"
      title={what.title}
      intro={current ? said.discardAmendment.intro(referenceOf(current)) : said.discardDraft.intro}
      button={what.button}
      keep={what.keep}
    >
      <DraftToBeLost sheet={page.sheet} open={page.refusal?.code === 'changed'} />
      <TextArea
        name="reason"
        label={said.discardReason}
        hint={said.discardReasonHint}
        rows={3}
        value={typed.reason ?? ''}
        error={errorAt({ typed, ...page }, 'reason')}
      />
    </LifeForm>
  )
}
