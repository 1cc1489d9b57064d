import { EXPORT_FORMATS, LEDGER_PARTS, MOVEMENTS_A_FILE } from '#shared/domain/ledger/export-limits.ts'
import { PILLARS, UNSTATED_PILLAR } from '#shared/domain/ledger/pillar.ts'
import { sayTerm } from '#shared/domain/words/say.ts'
import { Button } from '../../components/button.tsx'
import { Select } from '../../components/form/choices.tsx'
import { Hidden } from '../../components/form/inputs.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading, SectionHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { query } from '../../components/ledger/behind.tsx'
import { MovementTable } from '../../components/ledger/movement-table.tsx'
import { OnwardNote } from '../../components/ledger/onward-note.tsx'
import { Pager } from '../../components/ledger/pager.tsx'
import type { LedgerFilter, MovementList } from '../../ledger-services.ts'

/** Every movement that a filter asks for, a page at a time, and the files to take away. */
export const LedgerPage = ({ ledger, filter }: { ledger: MovementList; filter: LedgerFilter }) => {
  const { t } = useFrame()
  const { from, until, asOf, correctedUntil, ...choices } = filter
  const choice = (name: keyof typeof choices, label: string, options: readonly (readonly [string, string])[]) => (
    <Select name={name} label={label} value={choices[name]} options={options} empty={t.ledger.any} />
  )
  return (
    <Layout title={t.ledger.title} back={{ href: '/funding', text: t.frame.backTo(t.funding.title) }}>
      <PageHeading>{t.ledger.title}</PageHeading>
      <Bounds filter={filter} />
      <form method="get" action="/funding/ledger" class="app-no-print">
        <div class="app-fields">
          {choice(
            'year',
            t.ledger.year,
            ledger.years.map((year) => [String(year), String(year)]),
          )}
          {choice(
            'donor',
            t.ledger.facts.donor,
            ledger.donors.map(({ id, name }) => [id, name]),
          )}
          {choice('source', t.ledger.facts.source, Object.entries(t.ledger.sources))}
          {choice('type', t.ledger.movements.type, Object.entries(t.ledger.types))}
          {choice('pillar', t.ledger.pillar, [
            ...[...new Set([...Object.values(PILLARS), filter.pillar])]
              .filter((name) => name !== '' && name !== UNSTATED_PILLAR)
              .map((name) => [name, sayTerm(name)] as const),
            [UNSTATED_PILLAR, t.ledger.notStated],
          ])}
        </div>
        {Object.entries({ from, until, asOf, correctedUntil }).map(
          ([name, value]) => value && <Hidden name={name} value={value} />,
        )}
        <Button kind="secondary">{t.ledger.filter}</Button>
      </form>
      {ledger.movements.length === 0 ? (
        <p class="govuk-body">{t.ledger.nothing}</p>
      ) : (
        <MovementTable
          id="movements"
          caption={t.ledger.results(t.formats.number(ledger.total))}
          movements={ledger.movements}
        />
      )}
      <OnwardNote when={ledger.movements.some(({ parent }) => parent !== '')} />
      <Pager
        page={ledger.page}
        pages={ledger.pages}
        href={(page) => `/funding/ledger?${query({ ...filter, page: String(page) })}`}
      />
      <SectionHeading id="export">{t.ledger.exports}</SectionHeading>
      <Exports filter={filter} total={ledger.total} />
    </Layout>
  )
}

/** What the address of a figure asks for beyond what can be chosen, and the way to all of it. */
const Bounds = ({ filter: { from, until, asOf, correctedUntil, ...choices } }: { filter: LedgerFilter }) => {
  const { t, sector } = useFrame()
  if (!from && !until && !asOf) return null
  return (
    <p class="govuk-body app-prose">
      {(from || until) && t.ledger.valueDates(from && t.formats.day(from), until && t.formats.day(until))}{' '}
      {asOf && t.ledger.asOf(t.formats.moment(asOf, sector.timeZone))}{' '}
      {correctedUntil &&
        correctedUntil !== asOf &&
        t.ledger.correctedUntil(t.formats.moment(correctedUntil, sector.timeZone))}{' '}
      <a class="govuk-link" href={`/funding/ledger?${query(choices)}`}>
        {t.ledger.asItStands}
      </a>
    </p>
  )
}

const Exports = ({ filter, total }: { filter: LedgerFilter; total: number }) => {
  const { t } = useFrame()
  const { year, ...rest } = filter
  if (year === '') return <p class="govuk-body">{t.ledger.exportYear}</p>
  if (total === 0) return null
  const parts = total > MOVEMENTS_A_FILE ? Array.from({ length: LEDGER_PARTS }, (_, part) => part + 1) : [undefined]
  return (
    <>
      {parts.length > 1 && <p class="govuk-body">{t.ledger.exportParts}</p>}
      <ul class="govuk-list">
        {EXPORT_FORMATS.flatMap((format) =>
          parts.map((part) => {
            const asked = query({ ...rest, part: String(part ?? '') })
            return (
              <li>
                <a
                  class="govuk-link"
                  href={`/funding/export/${year}.${format}${asked === '' ? '' : `?${asked}`}`}
                  download
                >
                  {part === undefined
                    ? t.ledger.exportAs[format]
                    : t.ledger.exportPart(t.ledger.exportAs[format], part)}
                </a>
              </li>
            )
          }),
        )}
      </ul>
    </>
  )
}
