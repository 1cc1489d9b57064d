import type { ReportSheet } from '../../services.ts'
import { useFrame } from '../frame.ts'
import { DraftAnswers } from './draft-answers.tsx'

/** What is deleted with a draft: who saved it last, and all that it holds. @param open shown at once, since it changed meanwhile */
export const DraftToBeLost = ({ sheet, open }: { sheet: ReportSheet; open: boolean }) => {
  const { t, sector } = useFrame()
  const { draft } = sheet
  if (!draft) return null
  return (
    <>
      <p class="govuk-body">{t.report.savedBy(t.formats.moment(draft.savedAt, sector.timeZone), draft.savedBy)}</p>
      <details class="app-details" open={open}>
        <summary>{t.reportLife.discardHolds}</summary>
        <DraftAnswers sheet={sheet} />
      </details>
    </>
  )
}
