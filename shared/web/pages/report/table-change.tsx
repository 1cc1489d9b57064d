import type { Field, RowForm } from '#shared/domain/forms/form.ts'
import { fullName } from '#shared/domain/forms/form.ts'
import { rowKey } from '#shared/domain/forms/read-draft.ts'
import { differingFields, type TableChange } from '#shared/domain/forms/table-change.ts'
import type { Typed } from '#shared/domain/report.ts'
import { Button } from '../../components/button.tsx'
import { rowText, typedText } from '../../components/form/field-text.ts'
import { Hidden } from '../../components/form/inputs.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading, SectionHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { mixed } from '../../components/mixed-text.tsx'
import { Notice, NoticeText } from '../../components/notice.tsx'
import { ReportDates } from '../../components/report/report-dates.tsx'
import { Table } from '../../components/table.tsx'
import { Words } from '../../components/words.tsx'
import { partFields, reportPath } from '../../report-draft/part.ts'
import type { ReportSheet } from '../../services.ts'

interface TableChangeProps {
  readonly sheet: ReportSheet
  readonly form: RowForm
  /** What was pasted; it travels with the page until it is said yes to. */
  readonly text: string
  readonly change: TableChange
  /** Cells to be filled in later. */
  readonly empty: number
  /** Somebody saved between showing and saying yes. */
  readonly changed?: boolean
}

/** What a table would do to the draft, before it does it. */
export const TableChangePage = ({ sheet, form, text, change, empty, changed }: TableChangeProps) => {
  const { t, sector } = useFrame()
  const { reportTable } = t
  const fields = partFields(sheet.form, { section: 'row', index: 'new' })
  const path = `${reportPath(sheet)}/table`
  const changesNothing = change.added.length + change.replaced.length === 0
  const nameOf = (row: Typed) => rowText(form, fields, row, sector, t)
  const lists = [
    [reportTable.added(change.added.length), change.added],
    [reportTable.unchanged(change.unchanged.length), change.unchanged],
    [reportTable.kept(change.kept.length), change.kept],
  ] as const
  return (
    <Layout
      title={reportTable.changeTitle}
      back={{ href: path, text: t.frame.backTo(reportTable.title) }}
      notice={
        changed && (
          <Notice>
            <NoticeText>{reportTable.changedMeanwhile}</NoticeText>
          </Notice>
        )
      }
    >
      <PageHeading caption={`${sheet.twgName}, ${sheet.round}`}>{reportTable.changeTitle}</PageHeading>
      <ReportDates sheet={sheet} />
      <p class="govuk-body">{changesNothing ? reportTable.noChange : reportTable.changeIntro}</p>
      {change.replaced.length > 0 && <SectionHeading>{reportTable.replaced(change.replaced.length)}</SectionHeading>}
      {change.replaced.map((row) => {
        const before = sheet.draft?.rows.find((one) => rowKey(form, one) === rowKey(form, row)) ?? {}
        return <ReplacedRow name={nameOf(row)} before={before} after={row} fields={fields} />
      })}
      {lists.map(
        ([heading, rows]) =>
          rows.length > 0 && (
            <>
              <SectionHeading>{heading}</SectionHeading>
              <ul class="govuk-list govuk-list--bullet">
                {rows.map((row) => (
                  <li>{mixed(nameOf(row))}</li>
                ))}
              </ul>
            </>
          ),
      )}
      {empty > 0 && <p class="govuk-body">{reportTable.emptyCells(empty)}</p>}
      <form method="post" action={path}>
        <Hidden name="version" value={sheet.draftVersion} />
        <Hidden name="table" value={text} />
        <Hidden name="confirm" value="yes" />
        <div class="govuk-button-group">
          {!changesNothing && <Button>{reportTable.take}</Button>}
          <a class="govuk-link" href={path}>
            {reportTable.again}
          </a>
        </div>
      </form>
    </Layout>
  )
}

const ReplacedRow = (row: { name: string; before: Typed; after: Typed; fields: readonly Field[] }) => {
  const { t, sector } = useFrame()
  const { reportTable, report } = t
  const differing = differingFields(row.fields, row.before, row.after, sector)
  const caption = reportTable.differences(row.name, differing.length)
  const spell = (field: Field, values: Typed) => typedText(field, values[field.path] ?? '', sector, t) || report.empty
  return (
    <details class="app-details">
      <summary>{mixed(caption)}</summary>
      <Table
        id={`change-${row.name.replace(/[^\p{L}\p{N}]+/gu, '-')}`}
        caption={caption}
        captionHidden
        columns={[{ head: reportTable.field }, { head: reportTable.now }, { head: reportTable.after }]}
        rows={differing.map((field) => [
          fullName(field),
          <Words text={spell(field, row.before)} />,
          <Words text={spell(field, row.after)} />,
        ])}
      />
    </details>
  )
}
