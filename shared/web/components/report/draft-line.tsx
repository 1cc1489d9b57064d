import { useFrame } from '../frame.ts'

/** Where a form says in the browser when it was saved, or why it was not. @param byHand only its button saves it */
export const DraftLine = ({ byHand = false }: { byHand?: boolean }) => {
  const { reportDraft, frame } = useFrame().t
  return (
    <p
      class="app-draft"
      role="status"
      data-begin={byHand ? undefined : reportDraft.willSave}
      data-waiting={byHand ? reportDraft.cut : reportDraft.waiting}
      data-restored={reportDraft.restored}
      data-signed-out={byHand ? undefined : reportDraft.signedOut}
      data-refused={byHand ? undefined : reportDraft.refused}
      data-error={byHand ? undefined : frame.errorPrefix}
    ></p>
  )
}
