import type { Child } from 'hono/jsx'
import { type Form, fieldsOf, fullName, type Row, type RowForm, valueAt } from '#shared/domain/forms/form.ts'
import type { TwgReport } from '#shared/domain/report.ts'
import { changesBetween, type ReportChange } from '#shared/domain/report-changes.ts'
import { rowText, valueText } from '../form/field-text.ts'
import { type Frame, useFrame } from '../frame.ts'
import { Table } from '../table.tsx'
import { Words } from '../words.tsx'
import { commentText } from './comment-text.ts'

interface Line {
  readonly what: string
  readonly before: Child
  readonly after: Child
}

/** What one version changed of the version before it: a line a field, in words and with units. */
export const VersionChanges = ({ form, report, before }: { form: Form; report: TwgReport; before: TwgReport }) => {
  const frame = useFrame()
  const { reportLife: said } = frame.t
  const rows = [...report.content.rows, ...before.content.rows]
  const lines = changesBetween(form, before.content, report.content).map((change) => lineOf(change, form, rows, frame))
  if (lines.length === 0) return <p class="govuk-body">{said.noChanges(before.version)}</p>
  return (
    <Table
      id={`changes-${report.version}`}
      caption={said.changes(before.version)}
      columns={[{ head: said.what }, { head: said.before }, { head: said.after }]}
      rows={lines.map(({ what, before, after }) => [what, before, after])}
    />
  )
}

const lineOf = (change: ReportChange, form: Form, rows: readonly Row[], { t, sector }: Frame): Line => {
  const { reportLife: said } = t
  if (change.of === 'comment') {
    const what = said.commentOn(commentText(change.key, form, rows, sector, t))
    return { what, before: words(change.before, t), after: words(change.after, t) }
  }
  if (change.of === 'row') {
    const name = nameOf(form, change.after ?? change.before ?? {}, { t, sector })
    return {
      what: change.after ? said.rowAdded(name) : said.rowRemoved(name),
      before: form.rows && change.before ? figuresOf(form.rows, change.before, { t, sector }) : said.none,
      after: form.rows && change.after ? figuresOf(form.rows, change.after, { t, sector }) : said.none,
    }
  }
  const { field } = change
  const label = fullName(field)
  return {
    what: change.of === 'cell' ? `${nameOf(form, change.row, { t, sector })}: ${label}` : label,
    before: words(valueText(field, change.before, sector, t), t),
    after: words(valueText(field, change.after, sector, t), t),
  }
}

type Wording = Pick<Frame, 't' | 'sector'>

const nameOf = ({ rows }: Form, row: Row, { t, sector }: Wording): string =>
  (rows && rowText(rows, fieldsOf(rows.schema), row, sector, t)) || t.reportLife.theRow

/** The figures and texts of a row that came or went, folded up; a zero is a figure, an empty text is none. */
const figuresOf = (form: RowForm, row: Row, { t, sector }: Wording): Child => {
  const figures = fieldsOf(form.schema)
    .filter(({ path }) => !form.key.includes(path))
    .map((field) => [field, valueText(field, valueAt(row, field.path), sector, t)] as const)
    .filter(([, value]) => value !== '')
  if (figures.length === 0) return t.reportLife.nothingMore
  return (
    <details>
      <summary>{t.reportLife.itsFigures(figures.length)}</summary>
      <Words text={figures.map(([field, value]) => `${fullName(field)}: ${value}`).join('\n')} />
    </details>
  )
}

const words = (text: string | undefined, { reportLife }: Frame['t']): Child => <Words text={text || reportLife.none} />
