import type { LedgerRow, LedgerYearRows } from '#shared/domain/ledger/analysis/extract.ts'
import { spellMoney } from '#shared/domain/ledger/money.ts'
import { useFrame } from '../frame.ts'
import { SectionHeading } from '../heading.tsx'
import { Table } from '../table.tsx'
import { Words } from '../words.tsx'

/** The movements that stood when the brief was compiled, a table a year. */
export const LedgerAnnex = ({ years }: { years: readonly LedgerYearRows[] }) => {
  const { t } = useFrame()
  if (years.length === 0) return null
  return (
    <>
      <SectionHeading>{t.briefs.ledger}</SectionHeading>
      {years.map((year) => (
        <MovementsOfYear {...year} />
      ))}
    </>
  )
}

const MovementsOfYear = ({ year, rows, others }: LedgerYearRows) => {
  const { t } = useFrame()
  return (
    <>
      <Table
        id={`ledger-${year}`}
        caption={t.briefs.movementsOf(year)}
        columns={[
          { head: t.ledger.date },
          { head: t.funding.donor },
          { head: t.ledger.facts.recipient },
          { head: t.ledger.movements.type },
          { head: t.ledger.amount, numeric: true },
          { head: t.ledger.usd, numeric: true },
          { head: t.ledger.facts.source },
        ]}
        rows={rows.map((row) => [
          row.precision === 'year' ? t.ledger.yearOnly(row.date.slice(0, 4)) : t.formats.day(row.date),
          <DonorOf {...row} />,
          <Words text={row.recipient} />,
          typeInWords(row, t),
          spellMoney(row.amount.minor, row.amount.currency),
          t.formats.usd(row.usdCents),
          t.ledger.sources[row.source],
        ])}
      />
      {others > 0 && <p class="govuk-body">{t.briefs.smallerMovements(others)}</p>}
    </>
  )
}

/** Leads to the contribution that the movement is of. */
const DonorOf = ({ contribution, donor }: LedgerRow) =>
  contribution === undefined ? (
    <Words text={donor} />
  ) : (
    <a class="govuk-link" href={`/funding/contributions/${encodeURIComponent(contribution)}`}>
      <Words text={donor} />
    </a>
  )

const typeInWords = ({ kind, inKind }: LedgerRow, t: ReturnType<typeof useFrame>['t']): string =>
  inKind ? t.briefs.inKind(t.ledger.types[kind]) : t.ledger.types[kind]
