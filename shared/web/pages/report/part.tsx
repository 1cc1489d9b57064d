import { clockAt } from '#shared/domain/dates.ts'
import type { Problem } from '#shared/domain/forms/problem.ts'
import { isArea, isFigure } from '#shared/domain/forms/table.ts'
import type { Typed } from '#shared/domain/report.ts'
import { Button } from '../../components/button.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { FieldGroups } from '../../components/form/field-groups.tsx'
import { rowText } from '../../components/form/field-text.ts'
import { type Frame, useFrame } from '../../components/frame.ts'
import { PageHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { ConflictNotice } from '../../components/report/conflict-notice.tsx'
import { KeptForm } from '../../components/report/kept-form.tsx'
import { pastSaid } from '../../components/report/past-hint.tsx'
import { ReportDates } from '../../components/report/report-dates.tsx'
import type { Conflict } from '../../report-draft/conflict.ts'
import { asAsked, hasOneRow, isAsked, type Part, partFields, reportPath } from '../../report-draft/part.ts'
import { pastOf } from '../../report-draft/past.ts'
import type { ReportSheet } from '../../services.ts'

export interface PartPageProps {
  readonly sheet: ReportSheet
  readonly part: Part
  readonly typed: Typed
  /** Shown at their fields and above; empty when the part is opened for the first time. */
  readonly problems: readonly (Pick<Problem, 'field' | 'level'> & { readonly message: string })[]
  /** The part has just been saved with these problems: one may go on all the same. */
  readonly saved?: boolean
  readonly conflict?: Conflict
  /** What names the row, as it was when its page was opened. */
  readonly rowName?: string
}

/** One part of the report as a form: header, narrative, or one row. */
export const PartPage = ({ sheet, part, typed, problems, saved, conflict, rowName }: PartPageProps) => {
  const frame = useFrame()
  const { t } = frame
  const fields = partFields(sheet.form, part).filter(
    (field) => isAsked(field, typed) || problems.some((problem) => problem.field === field.path),
  )
  const blocks = problems.filter(({ level }) => level === 'block')
  const messageAt = (level: Problem['level'], path: string) =>
    problems.find((problem) => problem.level === level && problem.field === path)?.message
  const past = pastOf(sheet, part, typed)
  const title = titleOf(sheet, part, typed, frame)
  return (
    <Layout
      title={title}
      hasProblems={blocks.length > 0}
      back={{ href: reportPath(sheet), text: t.frame.backTo(t.report.list) }}
      notice={conflict && <ConflictNotice conflict={conflict} typed={typed} />}
    >
      <ErrorSummary
        mistakes={blocks.map(({ field, message }) => ({ message, ...(field ? { href: `#${field}` } : {}) }))}
      />
      {saved && <SavedAnyway sheet={sheet} />}
      <PageHeading caption={`${sheet.twgName}, ${sheet.round}`}>{title}</PageHeading>
      <ReportDates sheet={sheet} />
      {fields.some(isFigure) && (
        <div class="govuk-inset-text">
          {t.report.figuresHint}
          {fields.some(isArea) && (
            <>
              <br />
              {t.report.areasHint}
            </>
          )}
        </div>
      )}
      <KeptForm
        sheet={sheet}
        part={part}
        typed={typed}
        rowName={rowName}
        state={conflict ? 'unsaved' : saved ? 'saved' : undefined}
      >
        <FieldGroups
          fields={fields.map((field) => {
            const warning = messageAt('warn', field.path)
            return {
              field: asAsked(field, typed),
              value: typed[field.path] ?? '',
              error: messageAt('block', field.path),
              note: warning && t.report.willAsk(warning),
              past: pastSaid(field, past, frame),
            }
          })}
        />
        <Button>{t.frame.save}</Button>
      </KeptForm>
      {part.section === 'row' && part.index !== 'new' && !hasOneRow(sheet.form) && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${reportPath(sheet)}/rows/new?like=${part.index + 1}`}>
            {t.reportTable.like}
          </a>
        </p>
      )}
    </Layout>
  )
}

const SavedAnyway = ({ sheet }: { sheet: ReportSheet }) => {
  const { t, sector } = useFrame()
  return (
    <div class="govuk-inset-text" role="status">
      {sheet.draft && <strong>{t.report.saved(clockAt(sheet.draft.savedAt, sector.timeZone))}. </strong>}
      {t.report.goOn}{' '}
      <a class="govuk-link" href={reportPath(sheet)}>
        {t.report.goOnLink}
      </a>
      .
    </div>
  )
}

const titleOf = (sheet: ReportSheet, part: Part, typed: Typed, { t, sector }: Frame): string => {
  if (part.section !== 'row') return part.section === 'header' ? t.report.header : t.report.narrative
  if (hasOneRow(sheet.form)) return t.report.figures
  const { rows } = sheet.form
  const name = rows ? rowText(rows, partFields(sheet.form, part), typed, sector, t) : ''
  return name || (part.index === 'new' ? t.report.newRow(rows?.noun ?? '') : t.report.row(part.index + 1))
}
