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
  /** How many there are; more than are listed where a file is wrong throughout. */
  readonly found?: number
  readonly refusal?: Refusal
}

/** A file to check; its mistakes by row and column when it has any; the latest imports. */
export const ImportsPage = ({ imports, source, mistakes = [], found = mistakes.length, refusal }: ImportsProps) => {
  const { t } = useFrame()
  const error = (field: string) => (refusal?.field === field ? refusal.message : undefined)
  const file = { name: 'file', label: t.imports.file, hint: t.imports.fileHint, error: error('file') }
  return (
    <Layout
      title={t.imports.title}
      hasProblems={refusal !== undefined || mistakes.length > 0}
      back={{ href: '/funding', text: t.frame.backTo(t.funding.title) }}
    >
      <ErrorSummary
        mistakes={[
          ...mistakesOf(refusal),
          ...(mistakes.length > 0 ? [{ message: t.imports.mistakes(found), href: '#mistakes' }] : []),
        ]}
      />
      <PageHeading>{t.imports.title}</PageHeading>
      {mistakes.length > 0 && (
        <Table
          id="mistakes"
          caption={found > mistakes.length ? t.imports.firstMistakes(mistakes.length) : t.imports.mistakesOf}
          columns={[t.imports.line, t.imports.column, t.imports.mistake].map((head) => ({ head }))}
          rows={mistakes.map(({ line, column, message }) => [
            line,
            column || t.imports.wholeLine,
            <Words text={message} />,
          ])}
        />
      )}
      <p class="govuk-body app-prose">{t.imports.intro}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/funding/imports/template.csv" download>
          {t.imports.template}
        </a>
      </p>
      <form method="post" action="/funding/imports" enctype="multipart/form-data" novalidate>
        <Select
          name="source"
          label={t.imports.source}
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
            accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
            aria-describedby={describedBy(file)}
          />
        </FormGroup>
        <Button>{t.imports.check}</Button>
      </form>
      {imports.length > 0 && (
        <Table
          id="imports"
          caption={t.imports.latest}
          columns={[t.imports.name, t.ledger.facts.source, t.ledger.when, t.ledger.who, t.imports.state].map(
            (head) => ({ head }),
          )}
          rows={imports.map((one) => [
            <a class="govuk-link" href={`/funding/imports/${one.id}`}>
              <Words text={one.name || one.id} />
            </a>,
            t.ledger.sources[one.source],
            <Moment at={one.at} />,
            <Words text={one.by.name} />,
            t.imports.status[one.status],
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

interface ImportPageProps extends ImportSheet {
  /** Seconds after which the page looks again by itself; absent where it stays as it is. */
  readonly looksAgainIn?: number | undefined
  readonly refusal?: Refusal
}

/** One file: what it would record, or what became of it. */
export const ImportPage = ({ file, preview, looksAgainIn, refusal }: ImportPageProps) => {
  const { t } = useFrame()
  const existing = file.status === 'checked' ? (preview?.recorded ?? 0) : file.existing
  const fresh = file.contributions - existing
  const checked = file.status === 'checked'
  const good = fresh === 0 ? t.imports.nothingNew(file.name) : t.imports.good(file.name)
  return (
    <Layout
      title={t.imports.title}
      hasProblems={refusal !== undefined}
      back={{ href: '/funding/imports', text: t.frame.backTo(t.imports.title) }}
    >
      <ErrorSummary mistakes={mistakesOf(refusal)} />
      <PageHeading>{checked ? good : t.imports.status[file.status]}</PageHeading>
      {checked && existing > 0 && (
        <p class="govuk-body app-prose">{fresh === 0 ? t.imports.allKnown : t.imports.someKnown(fresh, existing)}</p>
      )}
      <SummaryList
        rows={[
          { key: t.imports.name, value: file.name },
          { key: t.ledger.facts.source, value: t.ledger.sources[file.source] },
          { key: t.imports.state, value: t.imports.status[file.status] },
          { key: t.imports.rows, value: t.formats.number(file.contributions) },
          { key: t.imports.movements, value: t.formats.number(file.movements) },
          { key: t.imports.years, value: file.years.join(', ') },
          { key: t.imports.paid, value: t.formats.usd(file.paidUsd) },
          { key: t.imports.existing, value: t.formats.number(existing) },
          ...(file.status === 'writing'
            ? [{ key: t.imports.written, value: t.formats.percent(file.written / file.chunks) }]
            : []),
        ]}
      />
      {preview && fresh > 0 && <Preview {...preview} />}
      {checked && fresh > 0 && (
        <form method="post" action={`/funding/imports/${file.id}/record`}>
          <Button>{t.imports.record(fresh)}</Button>
        </form>
      )}
      {file.status === 'writing' && (
        <form method="post" action={`/funding/imports/${file.id}/record`}>
          <p class="govuk-body app-prose">{t.imports.goesOn}</p>
          <p class="govuk-body app-prose">
            {looksAgainIn === undefined ? (
              <a class="govuk-link" href={`/funding/imports/${file.id}`}>
                {t.imports.look}
              </a>
            ) : (
              <>
                {t.imports.looksAgain(looksAgainIn)}{' '}
                <a class="govuk-link" href={`/funding/imports/${file.id}?stay`}>
                  {t.imports.stay}
                </a>
              </>
            )}
          </p>
          <p class="govuk-body app-prose">{t.imports.standsStill}</p>
          <Button kind="secondary">{t.imports.goOn}</Button>
        </form>
      )}
    </Layout>
  )
}

/** What somebody should look at before the file is recorded; nothing of it forbids to. */
const Preview = ({ equal, added, newDonors }: ImportPreview) => {
  const { t } = useFrame()
  const moreOf = ({ more }: { more: number }) => (more > 0 ? [t.imports.moreNotes(more)] : [])
  const notes = [
    ...equal.first.map(t.imports.equal),
    ...moreOf(equal),
    ...added.first.map(({ donor, year, lines }) => t.imports.added(donor, year, lines)),
    ...moreOf(added),
    ...newDonors.first.map(({ name, near }) => t.imports.newDonor(name, near)),
    ...moreOf(newDonors),
  ]
  return notes.length === 0 ? null : (
    <>
      <SectionHeading>{t.imports.lookAt}</SectionHeading>
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
