import type { TableMistake } from '#shared/domain/forms/read-table.ts'
import { isArea } from '#shared/domain/forms/table.ts'
import { rowsOf } from '#shared/domain/report.ts'
import { Button } from '../../components/button.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { FileInput, Hidden, TextArea } from '../../components/form/inputs.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { ReportDates } from '../../components/report/report-dates.tsx'
import { Table } from '../../components/table.tsx'
import { partFields, reportPath } from '../../report-draft/part.ts'
import type { ReportSheet } from '../../services.ts'

/** More than anybody mends in one go; a table of the wrong form has thousands. */
const MOST_SHOWN = 200

/** A table to paste or to upload, with every mistake of the last try; what was pasted stays. */
export const TablePage = ({
  sheet,
  text,
  mistakes,
  error,
  fileError,
}: {
  sheet: ReportSheet
  text: string
  mistakes: readonly TableMistake[]
  error?: string
  fileError?: string
}) => {
  const { t } = useFrame()
  const { reportTable } = t
  const path = `${reportPath(sheet)}/table`
  const hasDraft = (sheet.draft?.rows.length ?? 0) > 0
  const prefilled = hasDraft || rowsOf(sheet.previous).length > 0
  const summary = [
    ...(mistakes.length > 0 ? [{ href: '#mistakes', message: reportTable.mistakes(mistakes.length) }] : []),
    ...(error ? [{ href: '#table', message: error }] : []),
    ...(fileError ? [{ href: '#file', message: fileError }] : []),
  ]
  return (
    <Layout
      title={reportTable.title}
      hasProblems={summary.length > 0}
      back={{ href: reportPath(sheet), text: t.frame.backTo(t.report.list) }}
    >
      <ErrorSummary mistakes={summary} />
      <PageHeading caption={`${sheet.twgName}, ${sheet.round}`}>{reportTable.title}</PageHeading>
      <ReportDates sheet={sheet} />
      {mistakes.length > 0 && <Mistakes mistakes={mistakes} />}
      <p class="govuk-body">{reportTable.intro(sheet.form.rows?.noun ?? '')}</p>
      {partFields(sheet.form, { section: 'row', index: 'new' }).some(isArea) && (
        <p class="govuk-body">{reportTable.areas}</p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`${path}/template.csv`} download>
          {reportTable.template}
        </a>
        <br />
        {prefilled ? reportTable.templateIs(hasDraft) : reportTable.templateEmpty}
      </p>
      <form method="post" action={path} enctype="multipart/form-data" novalidate>
        <Hidden name="version" value={sheet.draftVersion} />
        <TextArea
          name="table"
          label={reportTable.paste}
          hint={reportTable.pasteHint}
          error={error}
          value={text}
          rows={8}
          wide
        />
        <FileInput
          name="file"
          label={reportTable.file}
          hint={reportTable.fileHint}
          error={fileError}
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
        />
        <p class="govuk-body">{reportTable.seeHint}</p>
        <Button>{reportTable.see}</Button>
      </form>
    </Layout>
  )
}

const Mistakes = ({ mistakes }: { mistakes: readonly TableMistake[] }) => {
  const { report, reportTable } = useFrame().t
  return (
    <>
      <p class="govuk-body">{reportTable.mistakesIntro}</p>
      <Table
        id="mistakes"
        caption={reportTable.mistakes(mistakes.length)}
        columns={[{ head: reportTable.row }, { head: reportTable.column }, { head: reportTable.mistake }]}
        rows={mistakes
          .slice(0, MOST_SHOWN)
          .map(({ row, column, message }) => [report.row(row), column ?? reportTable.wholeRow, message])}
      />
      {mistakes.length > MOST_SHOWN && (
        <p class="govuk-body">{reportTable.mistakesMore(mistakes.length - MOST_SHOWN)}</p>
      )}
    </>
  )
}
