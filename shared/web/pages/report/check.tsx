import { readComment, readLateReason } from '#shared/domain/forms/answers.ts'
import type { Problem } from '#shared/domain/forms/problem.ts'
import { isOutdated } from '#shared/domain/forms/read-draft.ts'
import type { ReadText } from '#shared/domain/forms/read-text.ts'
import { LATE_REASON, type Typed } from '#shared/domain/report.ts'
import { Button } from '../../components/button.tsx'
import { ErrorSummary, type Mistake } from '../../components/error-summary.tsx'
import { rowText } from '../../components/form/field-text.ts'
import { Hidden, TextArea } from '../../components/form/inputs.tsx'
import { type Frame, useFrame } from '../../components/frame.ts'
import { PageHeading, SectionHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice, NoticeText } from '../../components/notice.tsx'
import { ConflictNotice } from '../../components/report/conflict-notice.tsx'
import { DraftAnswers } from '../../components/report/draft-answers.tsx'
import { KeptForm } from '../../components/report/kept-form.tsx'
import { ReportDates } from '../../components/report/report-dates.tsx'
import { warningPlace } from '../../components/report/warning-place.ts'
import { isAnswered, warningsOf } from '../../report-draft/answers.ts'
import type { Conflict } from '../../report-draft/conflict.ts'
import { blocking, hasOneRow, partFields, problemPath, reportPath } from '../../report-draft/part.ts'
import type { ReportSheet } from '../../services.ts'

export interface CheckPageProps {
  readonly sheet: ReportSheet
  /** What stands in the fields: comments by the keys of their warnings, and why the report is late. */
  readonly answers: Typed
  /** What the attempt to submit met; the blocking problems of the draft are always shown. */
  readonly refusal?: string | undefined
  /** An amendment that amends nothing: it can be given up. */
  readonly unchanged?: boolean
  /** Show where a comment or the late reason is missing or cannot be taken: after an attempt to submit. */
  readonly attempted: boolean
  readonly notice?: string | undefined
  readonly conflict?: Conflict | undefined
}

/** Check answers before submitting: everything once more, what must be mended, what needs a comment. */
export const CheckPage = (page: CheckPageProps) => {
  const frame = useFrame()
  const { t } = frame
  const { sheet } = page
  const blocks = blocking(sheet.problems)
  const mistakes = blocks.map((problem) => ({
    message: placed(sheet, problem, frame),
    href: problemPath(sheet, problem),
  }))
  const wrong = wrongAnswers(page, frame)
  return (
    <Layout
      title={t.reportCheck.title}
      hasProblems={mistakes.length + wrong.length > 0 || page.refusal !== undefined}
      back={{ href: reportPath(sheet), text: t.frame.backTo(t.report.list) }}
      notice={
        <>
          {page.notice && (
            <Notice id="changed-title">
              <NoticeText>{page.notice}</NoticeText>
            </Notice>
          )}
          {page.conflict && <ConflictNotice conflict={page.conflict} typed={page.answers} />}
        </>
      }
    >
      <ErrorSummary
        mistakes={[
          ...(page.refusal
            ? [{ message: page.refusal, ...(page.unchanged ? { href: `${reportPath(sheet)}/discard` } : {}) }]
            : []),
          ...mistakes,
          ...wrong,
        ]}
        {...(mistakes.length > 0 ? { title: t.reportCheck.cannotSubmit } : {})}
      />
      <PageHeading caption={`${sheet.twgName}, ${sheet.round}`}>{t.reportCheck.title}</PageHeading>
      <ReportDates sheet={sheet} />
      <p class="govuk-body">{t.reportCheck.intro}</p>
      <DraftAnswers sheet={sheet} />
      <SubmitForm {...page} canSubmit={blocks.length === 0} />
    </Layout>
  )
}

const numbered = (sheet: ReportSheet) =>
  warningsOf(sheet).map((problem, index) => ({ ...problem, id: `comment-${index + 1}` }))

const mistakeOf = (read: ReadText): string | undefined => ('mistake' in read ? read.mistake : undefined)
const commentMistake = (typed: string | undefined): string | undefined => mistakeOf(readComment(typed))
/** A comment on what the warning said before is asked for at once; one that is missing, when it was to be submitted. */
const commentError = ({ sheet, answers, attempted }: CheckPageProps, warning: Problem, frame: Frame) =>
  (attempted ? commentMistake(answers[warning.key]) : undefined) ??
  (sheet.draft && isOutdated(warning, sheet.draft) ? frame.t.reportCheck.commentOutdated : undefined)
const lateMistake = ({ sheet, answers }: CheckPageProps): string | undefined =>
  sheet.late ? mistakeOf(readLateReason(answers[LATE_REASON] ?? '')) : undefined

const wrongAnswers = (page: CheckPageProps, frame: Frame): Mistake[] => {
  const { sheet } = page
  const late = page.attempted ? lateMistake(page) : undefined
  return [
    ...numbered(sheet).flatMap((warning) => {
      const mistake = commentError(page, warning, frame)
      return mistake ? [{ href: `#${warning.id}`, message: `${warningPlace(sheet, warning, frame)}: ${mistake}` }] : []
    }),
    ...(late ? [{ href: `#${LATE_REASON}`, message: late }] : []),
  ]
}

/** What the form holds was saved before it was judged, but for what could not be, or waits for a decision. */
const stateOf = ({ sheet, answers }: CheckPageProps) => (isAnswered(sheet, answers) ? 'saved' : 'unsaved')

const SubmitForm = ({ canSubmit, ...page }: CheckPageProps & { canSubmit: boolean }) => {
  const frame = useFrame()
  const { t } = frame
  const { sheet, answers, attempted } = page
  const warnings = numbered(sheet)
  if (!canSubmit && warnings.length === 0) return null
  return (
    <KeptForm
      sheet={sheet}
      part={{ section: 'comments' }}
      typed={answers}
      state={attempted || page.notice ? stateOf(page) : undefined}
      afterUnsent
    >
      {warnings.length > 0 && <Hidden name="has-comments" value="yes" />}
      {warnings.length > 0 && (
        <>
          <SectionHeading>{t.reportCheck.warnings}</SectionHeading>
          <p class="govuk-body">{t.reportCheck.warningsIntro}</p>
        </>
      )}
      {warnings.map((warning) => (
        <TextArea
          name={warning.key}
          id={warning.id}
          label={t.reportCheck.comment(warningPlace(sheet, warning, frame))}
          hint={warning.message}
          rows={2}
          value={answers[warning.key] ?? ''}
          error={commentError(page, warning, frame)}
        />
      ))}
      {canSubmit && sheet.late && (
        <TextArea
          name={LATE_REASON}
          label={t.reportCheck.lateReason}
          hint={t.reportCheck.lateReasonHint}
          rows={3}
          value={answers[LATE_REASON] ?? ''}
          error={attempted ? lateMistake(page) : undefined}
        />
      )}
      {canSubmit && <p class="govuk-body">{t.reportCheck.declare}</p>}
      <Button action={`${reportPath(sheet)}/submit`}>
        {canSubmit ? t.reportCheck.submit : t.reportCheck.saveComments}
      </Button>
    </KeptForm>
  )
}

/** `Row 3, Xiengkhuang · MAG: …`; a form's only row needs no name. */
const placed = (sheet: ReportSheet, { row, message }: Problem, { t, sector }: Frame): string => {
  const { rows } = sheet.form
  if (row === undefined || !rows || hasOneRow(sheet.form)) return message
  const fields = partFields(sheet.form, { section: 'row', index: 'new' })
  return t.report.inRow(row + 1, rowText(rows, fields, sheet.draft?.rows[row] ?? {}, sector, t), message)
}
