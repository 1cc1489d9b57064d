import { rowsToCopy } from '#shared/domain/forms/last-quarter.ts'
import { rowsOf } from '#shared/domain/report.ts'
import { isPossible, reportStateOf } from '#shared/domain/report-life.ts'
import { blocking, hasOneRow, type Part, partFields, partPath, reportPath } from '../../report-draft/part.ts'
import { progressOf } from '../../report-draft/progress.ts'
import type { ReportSheet } from '../../services.ts'
import { Button, ButtonLink } from '../button.tsx'
import { rowText } from '../form/field-text.ts'
import { type Frame, useFrame } from '../frame.ts'
import { SectionHeading } from '../heading.tsx'
import { mixed } from '../mixed-text.tsx'
import { type Task, TaskList } from '../task-list.tsx'

const statusOf = (sheet: ReportSheet, part: Part, { t }: Frame): Task['status'] => {
  const progress = progressOf(sheet, part)
  if (progress.state === 'attention') return { text: t.report.status.attention(progress.count), colour: 'orange' }
  if (progress.state === 'begun') return { text: t.report.status.toBeCompleted, colour: 'grey' }
  return progress.state === 'complete'
    ? { text: t.report.status.complete, colour: undefined }
    : { text: t.report.status.notStarted, colour: 'grey' }
}

/** Header, rows, narrative, check: numbered as they come. A nil return leaves only what it needs. */
export const ReportSections = ({ sheet }: { sheet: ReportSheet }) => {
  const frame = useFrame()
  const { t } = frame
  const nil = sheet.draft?.nil !== undefined
  const rows = sheet.form.rows
  const narrativeStep = rows && !nil ? 3 : 2
  const part = (section: 'header' | 'narrative' | 'actions' | 'nil', name: string): Task => ({
    id: section,
    name,
    href: partPath(sheet, { section }),
    status: statusOf(sheet, { section }, frame),
  })
  return (
    <>
      <SectionHeading>{t.report.headerStep}</SectionHeading>
      <TaskList tasks={[part('header', t.report.header)]} />
      {rows && !nil && (hasOneRow(sheet.form) ? <OnlyRow sheet={sheet} /> : <RowTasks sheet={sheet} />)}
      <SectionHeading>{nil ? t.report.nilStepDeclared : t.report.narrativeStep(narrativeStep)}</SectionHeading>
      {nil ? (
        <>
          <TaskList tasks={[part('nil', t.report.nilChange)]} />
          <p class="govuk-body">{t.report.nilRowsStay}</p>
        </>
      ) : (
        <TaskList
          tasks={[
            { ...part('narrative', t.report.narrative), hint: t.report.narrativeHint },
            ...(sheet.actionPoints.length > 0
              ? [{ ...part('actions', t.actions.followUp), hint: t.actions.followUpHint }]
              : []),
          ]}
        />
      )}
      <SectionHeading>{t.report.submitStep(narrativeStep + 1)}</SectionHeading>
      <TaskList tasks={[submitTask(sheet, frame)]} />
      {!nil && (
        <>
          <SectionHeading>{t.report.nilStep}</SectionHeading>
          <p class="govuk-body">
            <a class="govuk-link" href={partPath(sheet, { section: 'nil' })}>
              {t.report.nilOffer}
            </a>
          </p>
        </>
      )}
      <WayOut sheet={sheet} />
    </>
  )
}

/** The way out of a report that was begun or sent by mistake. */
const WayOut = ({ sheet }: { sheet: ReportSheet }) => {
  const { reportLife: said } = useFrame().t
  const { current, draft } = sheet
  const state = reportStateOf(current, draft)
  if (state === 'returned')
    return (
      <>
        <SectionHeading>{said.sentByMistake}</SectionHeading>
        <p class="govuk-body app-prose">{said.returnedStays}</p>
      </>
    )
  if (isPossible('withdraw', state)) return <Offer step="withdraw" sheet={sheet} {...said.withdraw} />
  if (!draft || !isPossible('discard', state)) return null
  return (
    <Offer
      step="discard"
      sheet={sheet}
      heading={said.begunByMistake}
      {...(current ? said.discardAmendment : said.discardDraft)}
    />
  )
}

const Offer = ({
  sheet,
  step,
  heading,
  offer,
}: {
  sheet: ReportSheet
  step: string
  heading: string
  offer: string
}) => (
  <>
    <SectionHeading>{heading}</SectionHeading>
    <ButtonLink href={`${reportPath(sheet)}/${step}`}>{offer}</ButtonLink>
  </>
)

const submitTask = (sheet: ReportSheet, { t }: Frame): Task => {
  const count = blocking(sheet.problems).length
  return {
    id: 'check',
    name: t.report.check,
    href: sheet.draft ? `${reportPath(sheet)}/check` : undefined,
    hint: t.report.checkHint,
    status:
      !sheet.draft || count > 0
        ? { text: sheet.draft ? t.report.status.attention(count) : t.report.status.cannotStart, colour: 'grey' }
        : { text: t.report.status.ready, colour: 'teal' },
  }
}

/** A report with exactly one row has one section for it. */
const OnlyRow = ({ sheet }: { sheet: ReportSheet }) => {
  const frame = useFrame()
  const { figures, figuresStep } = frame.t.report
  const part = { section: 'row', index: 0 } as const
  const status = statusOf(sheet, part, frame)
  return (
    <>
      <SectionHeading id="rows">{figuresStep}</SectionHeading>
      <TaskList tasks={[{ id: 'row-1', name: figures, href: partPath(sheet, part), status }]} />
    </>
  )
}

const RowTasks = ({ sheet }: { sheet: ReportSheet }) => {
  const frame = useFrame()
  const { t, sector } = frame
  const { rows } = sheet.form
  if (!rows) return null
  const fields = partFields(sheet.form, { section: 'row', index: 'new' })
  const saved = sheet.draft?.rows ?? []
  const copied = rowsToCopy(rows, saved, rowsOf(sheet.previous)).length
  return (
    <>
      <SectionHeading id="rows">{t.report.rows(rows.noun)}</SectionHeading>
      {saved.length === 0 && <p class="govuk-body">{t.report.rowsNone(rows.noun)}</p>}
      <TaskList
        tasks={saved.map((row, index) => {
          const name = rowText(rows, fields, row, sector, t) || t.report.unnamedRow(index + 1)
          return {
            id: `row-${index + 1}`,
            name,
            href: partPath(sheet, { section: 'row', index }),
            status: statusOf(sheet, { section: 'row', index }, frame),
            aside: (
              <a class="govuk-link" href={`${partPath(sheet, { section: 'row', index })}/remove`}>
                {t.report.remove}
                <span class="govuk-visually-hidden"> {mixed(name)}</span>
              </a>
            ),
          }
        })}
      />
      <div class="govuk-button-group">
        <ButtonLink href={partPath(sheet, { section: 'row', index: 'new' })}>{t.report.addRow}</ButtonLink>
        <a class="govuk-link" href={`${reportPath(sheet)}/table`}>
          {t.reportTable.offer}
        </a>
      </div>
      {copied > 0 && (
        <form method="post" action={`${reportPath(sheet)}/rows/copy`}>
          <p class="govuk-hint">{t.reportTable.copyHint}</p>
          <Button kind="secondary">{t.reportTable.copy(copied)}</Button>
        </form>
      )}
    </>
  )
}
