import { followUpValues } from '#shared/domain/forms/follow-up.ts'
import { valueAt } from '#shared/domain/forms/form.ts'
import { referenceOf, type TwgReport } from '#shared/domain/report.ts'
import { rowText, valueText } from '../../components/form/field-text.ts'
import { useFrame } from '../../components/frame.ts'
import { SectionHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { commentText } from '../../components/report/comment-text.ts'
import { ReportAnswers } from '../../components/report/report-answers.tsx'
import { ReportDates } from '../../components/report/report-dates.tsx'
import { VersionFacts } from '../../components/report/version-facts.tsx'
import { SummaryList } from '../../components/summary-list.tsx'
import { Words } from '../../components/words.tsx'
import { hasOneRow, type Part, partFields, reportPath } from '../../report-draft/part.ts'
import type { ReportSheet } from '../../services.ts'

/** One submitted version: reference, who, when, and all that was sent. Prints well. */
export const ReceiptPage = ({ report, sheet }: { report: TwgReport; sheet: ReportSheet }) => {
  const { t, sector } = useFrame()
  const { content } = report
  const { form } = sheet
  const { rows } = form
  const rowFields = partFields(form, { section: 'row', index: 'new' })
  const answers = (heading: string, part: Part, values: Readonly<Record<string, unknown>>) => (
    <ReportAnswers
      heading={heading}
      fields={partFields(form, part, content.actions)}
      text={(field) => valueText(field, valueAt(values, field.path), sector, t)}
    />
  )
  return (
    <Layout
      title={`${t.reportCheck.receiptTitle}: ${referenceOf(report)}`}
      back={{ href: reportPath(report), text: t.frame.backTo(t.report.list) }}
    >
      <div class="govuk-panel govuk-panel--confirmation">
        <h1 class="govuk-panel__title">{content.nil ? t.reportCheck.receiptNil : t.reportCheck.receiptTitle}</h1>
        <div class="govuk-panel__body">
          {t.reportCheck.reference}
          <br />
          <strong>{referenceOf(report)}</strong>
        </div>
      </div>
      <ReportDates sheet={sheet} />
      <VersionFacts
        report={report}
        first={[
          { key: t.report.title(sheet.twgName), value: t.report.caption(report.round) },
          { key: t.reportCheck.version, value: String(report.version) },
        ]}
      />
      <p class="govuk-body app-no-print">
        {t.reportCheck.receiptMail} {t.reportCheck.print}{' '}
        <a class="govuk-link" href={`${reportPath(report)}/versions`}>
          {t.reportLife.toVersions}
        </a>
      </p>
      <SectionHeading>{t.reportCheck.allThatWasSent}</SectionHeading>
      {answers(t.report.header, { section: 'header' }, content.header)}
      {content.nil && answers(t.report.nilTitle, { section: 'nil' }, content.nil)}
      {content.rows.map((row, index) =>
        answers(
          hasOneRow(form)
            ? t.report.figures
            : (rows && rowText(rows, rowFields, row, sector, t)) || t.report.row(index + 1),
          { section: 'row', index },
          row,
        ),
      )}
      {content.narrative && answers(t.report.narrative, { section: 'narrative' }, content.narrative)}
      {content.actions && answers(t.actions.followUp, { section: 'actions' }, followUpValues(content.actions))}
      {Object.keys(content.comments).length > 0 && (
        <>
          <SectionHeading>{t.reportCheck.comments}</SectionHeading>
          <SummaryList
            rows={Object.entries(content.comments).map(([key, value]) => ({
              key: commentText(key, form, content.rows, sector, t),
              value: content.warnings?.[key] ? (
                <>
                  <p class="govuk-body govuk-hint">
                    <Words text={content.warnings[key]} />
                  </p>
                  <Words text={value} />
                </>
              ) : (
                value
              ),
            }))}
          />
        </>
      )}
    </Layout>
  )
}
