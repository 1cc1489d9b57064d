import { seenVersionPath } from '#shared/domain/forms/follow-up.ts'
import { Button } from '../../components/button.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { FieldGroups } from '../../components/form/field-groups.tsx'
import { Hidden } from '../../components/form/inputs.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { ConflictNotice } from '../../components/report/conflict-notice.tsx'
import { KeptForm } from '../../components/report/kept-form.tsx'
import { ReportDates } from '../../components/report/report-dates.tsx'
import { partFields, reportPath } from '../../report-draft/part.ts'
import type { PartPageProps } from './part.tsx'

/** How each open action point of the TWG stands. The version of each travels with it, so that nobody's change is overwritten unseen. */
export const FollowUpPage = (
  page: Pick<PartPageProps, 'sheet' | 'typed' | 'problems' | 'conflict'> & { state?: 'saved' | 'unsaved' },
) => {
  const { t } = useFrame()
  const { sheet, typed, problems, conflict, state } = page
  const part = { section: 'actions' } as const
  return (
    <Layout
      title={t.actions.followUp}
      hasProblems={problems.length > 0}
      back={{ href: reportPath(sheet), text: t.frame.backTo(t.report.list) }}
      notice={conflict && <ConflictNotice conflict={conflict} typed={typed} />}
    >
      <ErrorSummary
        mistakes={problems.map(({ field, message }) => ({ message, ...(field ? { href: `#${field}` } : {}) }))}
      />
      <PageHeading caption={`${sheet.twgName}, ${sheet.round}`}>{t.actions.followUp}</PageHeading>
      <ReportDates sheet={sheet} />
      <p class="govuk-body app-prose">{t.actions.followUpIntro}</p>
      <KeptForm sheet={sheet} part={part} typed={typed} state={state}>
        {sheet.actionPoints.map((point) => (
          <Hidden name={seenVersionPath(point)} value={point.version} />
        ))}
        <FieldGroups
          fields={partFields(sheet.form, part, sheet.actionPoints).map((field) => ({
            field,
            value: typed[field.path] ?? '',
            error: problems.find((problem) => problem.field === field.path)?.message,
          }))}
        />
        <Button>{t.frame.save}</Button>
      </KeptForm>
    </Layout>
  )
}
