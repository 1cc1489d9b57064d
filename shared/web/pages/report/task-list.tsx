import { clockAt, dayAt } from '#shared/domain/dates.ts'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { type Frame, useFrame } from '../../components/frame.ts'
import { PageHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice, NoticeText } from '../../components/notice.tsx'
import { ReportActions } from '../../components/report/report-actions.tsx'
import { ReportSections } from '../../components/report/report-sections.tsx'
import { RoundDates } from '../../components/report/round-dates.tsx'
import { Standing } from '../../components/report/standing.tsx'
import { UnsentTexts } from '../../components/report/unsent-texts.tsx'
import { blocking } from '../../report-draft/part.ts'
import { mayBeWritten } from '../../report-draft/progress.ts'
import type { ReportSheet } from '../../services.ts'

/** Today only the clock is said, else the day too. */
const savedTime = (sheet: ReportSheet, { t, sector, now }: Frame): string | undefined => {
  const at = sheet.draft?.savedAt
  if (!at) return undefined
  const today = dayAt(at, sector.timeZone) === dayAt(now, sector.timeZone)
  return today ? clockAt(at, sector.timeZone) : t.formats.moment(at, sector.timeZone)
}

/** The report as a list of sections, each with where it stands. */
export const ReportTaskListPage = ({
  sheet,
  justSaved,
  done = '',
}: {
  sheet: ReportSheet
  justSaved: boolean
  /** What was decided about the report just now. */
  done?: string | undefined
}) => {
  const frame = useFrame()
  const { t } = frame
  const time = savedTime(sheet, frame)
  const said: Readonly<Record<string, string>> = t.reportLife.done
  const happened = justSaved && time ? t.report.partSaved(time) : Object.hasOwn(said, done) ? said[done] : undefined
  const tooManyRows = sheet.draft?.rows.length
    ? blocking(sheet.problems).filter(({ section }) => section === 'rows')
    : []
  return (
    <Layout
      title={t.report.title(sheet.twgName)}
      back={{ href: '/', text: t.frame.backTo(t.frame.desk) }}
      notice={
        happened && (
          <Notice done>
            <NoticeText>{happened}</NoticeText>
          </Notice>
        )
      }
    >
      <PageHeading caption={t.report.caption(sheet.round)}>{t.report.title(sheet.twgName)}</PageHeading>
      <UnsentTexts sheet={sheet} />
      <RoundDates round={sheet.dates} phase={sheet.phase} twg={sheet.twg} />
      <Standing sheet={sheet} />
      <ReportActions sheet={sheet} />
      {mayBeWritten(sheet) && (
        <>
          <ErrorSummary mistakes={tooManyRows.map(({ message }) => ({ message, href: '#rows' }))} />
          <p class="govuk-body">
            {time && sheet.draft ? t.report.savedBy(time, sheet.draft.savedBy) : t.report.neverSaved}
          </p>
          <ReportSections sheet={sheet} />
        </>
      )}
    </Layout>
  )
}
