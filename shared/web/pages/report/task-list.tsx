import { clockAt, dayAt } from '#shared/domain/dates.ts'
import { referenceOf } from '#shared/domain/report.ts'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { type Frame, useFrame } from '../../components/frame.ts'
import { PageHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice, NoticeText } from '../../components/notice.tsx'
import { ReportSections } from '../../components/report/report-sections.tsx'
import { RoundDates } from '../../components/report/round-dates.tsx'
import { hasOneRow, reportPath } from '../../report-draft/part.ts'
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
export const ReportTaskListPage = ({ sheet, justSaved }: { sheet: ReportSheet; justSaved: boolean }) => {
  const frame = useFrame()
  const { t } = frame
  const time = savedTime(sheet, frame)
  const rowsMissing = hasOneRow(sheet.form) ? [] : sheet.problems.filter(({ section }) => section === 'rows')
  return (
    <Layout
      title={t.report.title(sheet.twgName)}
      back={{ href: '/', text: t.frame.backTo(t.frame.desk) }}
      notice={
        justSaved &&
        time && (
          <Notice done>
            <NoticeText>{t.report.partSaved(time)}</NoticeText>
          </Notice>
        )
      }
    >
      <PageHeading caption={t.report.caption(sheet.round)}>{t.report.title(sheet.twgName)}</PageHeading>
      <RoundDates round={sheet.dates} phase={sheet.phase} />
      <Standing sheet={sheet} />
      {mayBeWritten(sheet) && (
        <>
          <ErrorSummary mistakes={rowsMissing.map(({ message }) => ({ message, href: '#rows' }))} />
          <p class="govuk-body">
            {time && sheet.draft ? t.report.savedBy(time, sheet.draft.savedBy) : t.report.neverSaved}
          </p>
          <ReportSections sheet={sheet} />
        </>
      )}
    </Layout>
  )
}

/** What has become of the report: sent, given back, too early or too late. */
const Standing = ({ sheet }: { sheet: ReportSheet }) => {
  const { t, sector } = useFrame()
  const { current, phase } = sheet
  if (current && current.status !== 'returned') {
    return (
      <div class="govuk-inset-text">
        <strong>{t.report.submitted(referenceOf(current))}</strong>{' '}
        {t.report.submittedBy(current.submittedBy.name, t.formats.moment(current.submittedAt, sector.timeZone))}
        <br />
        <a class="govuk-link" href={`${reportPath(sheet)}/receipt/${current.version}`}>
          {t.report.seeReceipt}
        </a>
      </div>
    )
  }
  const text = current && phase !== 'closed' ? t.report.returned : phase === 'late' ? t.report.lateNotice : undefined
  return (
    <>
      {text && <div class="govuk-inset-text">{text}</div>}
      {phase === 'announced' && <p class="govuk-body">{t.report.notOpen(t.formats.day(sheet.dates.opens))}</p>}
      {phase === 'closed' && (
        <div class="govuk-inset-text">
          <strong>{t.report.closedTitle}</strong>
          <br />
          {t.report.closedAsk(sector.name)}
        </div>
      )}
    </>
  )
}
