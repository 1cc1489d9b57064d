import { largestFigures } from '#shared/domain/forms/largest-figures.ts'
import { rowsOf, type Typed } from '#shared/domain/report.ts'
import { Button } from '../../components/button.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Checkbox } from '../../components/form/choices.tsx'
import { FieldGroups } from '../../components/form/field-groups.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { ConflictNotice } from '../../components/report/conflict-notice.tsx'
import { KeptForm } from '../../components/report/kept-form.tsx'
import type { PastSaid } from '../../components/report/past-hint.tsx'
import { ReportDates } from '../../components/report/report-dates.tsx'
import { partFields, reportPath } from '../../report-draft/part.ts'
import type { ReportSheet } from '../../services.ts'
import type { PartPageProps } from './part.tsx'

/** One tick and a reason. */
export const NilPage = (
  page: Pick<PartPageProps, 'sheet' | 'problems' | 'conflict'> & {
    typed: Typed
    ticked: boolean
    tickError?: string
    state?: 'saved' | 'unsaved'
  },
) => {
  const { t } = useFrame()
  const { sheet, problems, typed, tickError, conflict, state } = page
  const fields = partFields(sheet.form, { section: 'nil' })
  const mistakes = [
    ...(tickError ? [{ href: '#nil', message: tickError }] : []),
    ...problems.map(({ field, message }) => ({ message, ...(field ? { href: `#${field}` } : {}) })),
  ]
  return (
    <Layout
      title={t.report.nilTitle}
      hasProblems={mistakes.length > 0}
      back={{ href: reportPath(sheet), text: t.frame.backTo(t.report.list) }}
      notice={conflict && <ConflictNotice conflict={conflict} typed={typed} />}
    >
      <ErrorSummary mistakes={mistakes} />
      <PageHeading caption={`${sheet.twgName}, ${sheet.round}`}>{t.report.nilTitle}</PageHeading>
      <ReportDates sheet={sheet} />
      <p class="govuk-body app-prose">{t.report.nilIntro}</p>
      {sheet.draft?.nil && <p class="govuk-body app-prose">{t.report.nilTakeBack}</p>}
      <KeptForm sheet={sheet} part={{ section: 'nil' }} typed={typed} state={state}>
        <Checkbox name="nil" label={t.report.nilTick} ticked={page.ticked} error={tickError} />
        <FieldGroups
          fields={fields.map((field) => ({
            field,
            value: typed[field.path] ?? '',
            error: problems.find((problem) => problem.field === field.path)?.message,
            past: activityBefore(sheet, t.report.lastQuarter),
          }))}
        />
        <Button>{t.frame.save}</Button>
      </KeptForm>
    </Layout>
  )
}

/** What the report of the quarter before held most of; the reason answers for it. */
const activityBefore = ({ form: { rows }, previous }: ReportSheet, label: string): PastSaid | undefined => {
  const text = rows ? largestFigures(rows, rowsOf(previous)).join('; ') : ''
  return text === '' ? undefined : { last: { label, text }, year: undefined }
}
