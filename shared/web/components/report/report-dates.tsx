import type { ReportSheet } from '../../services.ts'
import { useFrame } from '../frame.ts'

/** The three dates of a report in one line: they stand on every page of it. */
export const ReportDates = ({ sheet }: { sheet: Pick<ReportSheet, 'dates' | 'twg'> }) => {
  const { t } = useFrame()
  const { due, lateFrom, closed, extensions } = sheet.dates
  const { day } = t.formats
  const extension = extensions?.[sheet.twg]
  return (
    <p class="govuk-body-s">
      {t.reportLife.dates(day(due), day(lateFrom), day(closed))}
      {extension && `. ${t.desk.extended(extension.reason)}`}
    </p>
  )
}
