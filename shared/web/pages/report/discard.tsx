import { referenceOf } from '#shared/domain/report.ts'
import { TextArea } from '../../components/form/inputs.tsx'
import { useFrame } from '../../components/frame.ts'
import { DraftAnswers } from '../../components/report/draft-answers.tsx'
import { errorAt, LifeForm, type LifeFormProps } from '../../components/report/life-form.tsx'

/** Asks once more, and why, before a draft is given up; what it holds can be read first. */
export const DiscardPage = ({ typed, ...page }: LifeFormProps) => {
  const { t, sector } = useFrame()
  const { reportLife: said } = t
  const { current, draft } = page.sheet
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
      {draft && (
        <>
          <p class="govuk-body">{t.report.savedBy(t.formats.moment(draft.savedAt, sector.timeZone), draft.savedBy)}</p>
          <details class="app-details" open={page.refusal?.code === 'changed'}>
            <summary>{said.discardHolds}</summary>
            <DraftAnswers sheet={page.sheet} />
          </details>
        </>
      )}
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
