import type { HistoryLine } from '#shared/domain/ledger/history.ts'
import { spellMoney } from '#shared/domain/ledger/money.ts'
import { useFrame } from '../frame.ts'
import { Table } from '../table.tsx'
import { Words } from '../words.tsx'

/** Who, when, what, why; latest first. */
export const HistoryTable = ({ history }: { history: readonly HistoryLine[] }) => {
  const { t, sector } = useFrame()
  return (
    <Table
      id="history"
      caption={t.ledger.history}
      captionHidden
      columns={[t.ledger.when, t.ledger.who, t.ledger.whatHead, t.ledger.why].map((head) => ({ head }))}
      rows={history.map(({ at, who, what, why, facts, movements }) => [
        t.formats.moment(at, sector.timeZone),
        <Words text={who} />,
        <>
          {t.ledger.what[what]}
          {facts.map(({ fact, from, to }) => (
            <div>
              <Words text={t.ledger.factChange(t.ledger.factName(fact), from, to)} />
            </div>
          ))}
          {movements.map(({ type, date, precision, amount }) => (
            <div>
              {`${t.ledger.types[type]}, ${precision === 'year' ? t.ledger.yearOnly(date.slice(0, 4)) : t.formats.day(date)}: ${spellMoney(amount.minor, amount.currency)}`}
            </div>
          ))}
        </>,
        <Words text={why} />,
      ])}
    />
  )
}
