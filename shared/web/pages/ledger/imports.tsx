import type { CellMistake } from '#shared/domain/ledger/import/csv-table.ts'
import type { Refusal } from '../../access/mendable.ts'
import { Button } from '../../components/button.tsx'
import { ErrorSummary, mistakesOf } from '../../components/error-summary.tsx'
import { Select } from '../../components/form/choices.tsx'
import { describedBy, FormGroup } from '../../components/form/form-group.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading, SectionHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { FileColumns } from '../../components/ledger/file-columns.tsx'
import { SummaryList } from '../../components/summary-list.tsx'
import { Table } from '../../components/table.tsx'
import { Words } from '../../components/words.tsx'
import type { ImportFile, ImportPreview, ImportSheet } from '../../ledger-services.ts'

interface ImportsProps {
  readonly imports: readonly ImportFile[]
  readonly source: string
  readonly mistakes?: readonly CellMistake[]
  readonly refusal?: Refusal
}

/** A file to check; its mistakes by row and column when it has any; the latest imports. */
export const ImportsPage = ({ imports, source, mistakes = [], refusal }: ImportsProps) => {
  const { t } = useFrame()
  const error = (field: string) => (refusal?.field === field ? refusal.message : undefined)
  const file = { name: 'file', label: t.ledger.importFile, hint: t.ledger.importFileHint, error: error('file') }
  return (
    <Layout
      title={t.ledger.importTitle}
      hasProblems={refusal !== undefined || mistakes.length > 0}
      back={{ href: '/funding', text: t.frame.backTo(t.funding.title) }}
    >
      <ErrorSummary
        mistakes={[
          ...mistakesOf(refusal),
          ...(mistakes.length > 0 ? [{ message: t.ledger.mistakes(mistakes.length), href: '#mistakes' }] : []),
        ]}
      />
      <PageHeading>{t.ledger.importTitle}</PageHeading>
      {mistakes.length > 0 && (
        <Table
          id="mistakes"
          caption={t.ledger.mistakesOf}
          columns={[t.ledger.line, t.ledger.column, t.ledger.mistake].map((head) => ({ head }))}
          rows={mistakes.map(({ line, column, message }) => [
            line,
            column || t.ledger.wholeLine,
            <Words text={message} />,
          ])}
        />
      )}
      <p class="govuk-body app-prose">{t.ledger.importIntro}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/funding/imports/template.csv" download>
          {t.ledger.template}
        </a>
      </p>
      <form method="post" action="/funding/imports" enctype="multipart/form-data" novalidate>
        <Select
          name="source"
          label={t.ledger.importSource}
          value={source}
          error={error('source')}
          options={Object.entries(t.ledger.sources)}
        />
        <FormGroup {...file}>
          <input
            class="govuk-file-upload"
            type="file"
            id="file"
            name="file"
            accept=".csv,text/csv"
            aria-describedby={describedBy(file)}
          />
        </FormGroup>
        <Button>{t.ledger.importCheck}</Button>
      </form>
      {imports.length > 0 && (
        <Table
          id="imports"
          caption={t.ledger.latestImports}
          columns={[t.ledger.importName, t.ledger.facts.source, t.ledger.when, t.ledger.who, t.ledger.importState].map(
            (head) => ({ head }),
          )}
          rows={imports.map((one) => [
            <a class="govuk-link" href={`/funding/imports/${one.id}`}>
              <Words text={one.name || one.id} />
            </a>,
            t.ledger.sources[one.source],
            <Moment at={one.at} />,
            <Words text={one.by.name} />,
            t.ledger.importStatus[one.status],
          ])}
        />
      )}
      <FileColumns />
    </Layout>
  )
}

const Moment = ({ at }: { at: string }) => {
  const { t, sector } = useFrame()
  return <>{t.formats.moment(at, sector.timeZone)}</>
}

/** One file: what it would record, or what became of it. */
export const ImportPage = ({ file, preview }: ImportSheet) => {
  const { t } = useFrame()
  const existing = file.status === 'checked' ? preview?.recorded : file.existing
  return (
    <Layout
      title={t.ledger.importTitle}
      back={{ href: '/funding/imports', text: t.frame.backTo(t.ledger.importTitle) }}
    >
      <PageHeading>
        {file.status === 'checked' ? t.ledger.importGood(file.name) : t.ledger.importStatus[file.status]}
      </PageHeading>
      <SummaryList
        rows={[
          { key: t.ledger.importName, value: file.name },
          { key: t.ledger.facts.source, value: t.ledger.sources[file.source] },
          { key: t.ledger.importState, value: t.ledger.importStatus[file.status] },
          { key: t.ledger.importRows, value: t.formats.number(file.contributions) },
          { key: t.ledger.importMovements, value: t.formats.number(file.movements) },
          { key: t.ledger.importYears, value: file.years.join(', ') },
          { key: t.ledger.importPaid, value: t.formats.usd(file.paidUsd) },
          ...(existing === undefined ? [] : [{ key: t.ledger.importExisting, value: t.formats.number(existing) }]),
          ...(file.status === 'writing'
            ? [{ key: t.ledger.importWritten, value: t.formats.percent(file.written / file.chunks) }]
            : []),
        ]}
      />
      {preview && <Preview {...preview} />}
      {file.status === 'checked' && (
        <form method="post" action={`/funding/imports/${file.id}/record`}>
          <Button>{t.ledger.importRecord(file.contributions)}</Button>
        </form>
      )}
      {file.status === 'writing' && (
        <form method="post" action={`/funding/imports/${file.id}/record`}>
          <p class="govuk-body">{t.ledger.importGoesOn}</p>
          <Button>{t.ledger.importGoOn}</Button>
        </form>
      )}
    </Layout>
  )
}

/** What somebody should look at before the file is recorded; nothing of it forbids to. */
const Preview = ({ equal, added, newDonors }: ImportPreview) => {
  const { t } = useFrame()
  const moreOf = ({ more }: { more: number }) => (more > 0 ? [t.ledger.importMoreNotes(more)] : [])
  const notes = [
    ...equal.first.map(t.ledger.importEqual),
    ...moreOf(equal),
    ...added.first.map(({ donor, year, lines }) => t.ledger.importAdded(donor, year, lines)),
    ...moreOf(added),
    ...newDonors.first.map(({ name, near }) => t.ledger.importNewDonor(name, near)),
    ...moreOf(newDonors),
  ]
  return notes.length === 0 ? null : (
    <>
      <SectionHeading>{t.ledger.importLookAt}</SectionHeading>
      <ul class="govuk-list govuk-list--bullet app-prose">
        {notes.map((note) => (
          <li>
            <Words text={note} />
          </li>
        ))}
      </ul>
    </>
  )
}
