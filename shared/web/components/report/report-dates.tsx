import type { ReportSheet } from '../../services.ts'
import { useFrame } from '../frame.ts'
import { UnsentTexts } from './unsent-texts.tsx'

/** What stands on every page of a report: its three dates in one line, and, once the browser finds some, the texts it has not sent. */
export const ReportDates = ({ sheet }: { sheet: ReportSheet }) => {
  const { t } = useFrame()
  const { due, lateFrom, closed, extensions } = sheet.dates
  const { day } = t.formats
  const extension = extensions?.[sheet.twg]
  return (
    <>
      <UnsentTexts sheet={sheet} />
      <p class="govuk-body-s">
        {t.reportLife.dates(day(due), day(lateFrom), day(closed))}
        {extension && `. ${t.desk.extended(extension.reason)}`}
      </p>
    </>
  )
}
