import type { HistoryLine } from '#shared/domain/ledger/history.ts'
import { spellMoney } from '#shared/domain/ledger/money.ts'
import type { Movement } from '#shared/domain/ledger/movement.ts'
import type { Messages } from '../../messages/index.ts'
import { useFrame } from '../frame.ts'
import { Table } from '../table.tsx'
import { Words } from '../words.tsx'
import { factInWords } from './fact-in-words.ts'
import { usdBasisInWords } from './usd-basis.ts'

/** Who, when, what, why; latest first. */
export const HistoryTable = ({ history }: { history: readonly HistoryLine[] }) => {
  const { t, sector } = useFrame()
  return (
    <Table
      id="history"
      caption={t.ledger.history}
      captionHidden
      columns={[t.ledger.when, t.ledger.who, t.ledger.whatHead, t.ledger.why].map((head) => ({ head }))}
      rows={history.map((line) => [
        t.formats.moment(line.at, sector.timeZone),
        <Words text={line.who} />,
        <What {...line} />,
        <Words text={line.why} />,
      ])}
    />
  )
}

const What = ({ what, facts, movements }: HistoryLine) => {
  const frame = useFrame()
  const { t } = frame
  const begins = what === 'recorded' || what === 'imported'
  const lines = facts.map(({ fact, from, to }) => {
    const [before, after] = [from, to].map((value) => factInWords(fact, value, frame))
    const name = t.ledger.factName(fact)
    return (
      <Line
        text={begins ? t.ledger.factAtFirst(name, after ?? '') : t.ledger.factChange(name, before ?? '', after ?? '')}
      />
    )
  })
  return (
    <>
      {t.ledger.what[what]}
      {movements.map((movement) => (
        <Line text={movementInWords(movement, t)} />
      ))}
      {begins && lines.length > 0 ? (
        <details>
          <summary>{t.ledger.atFirst}</summary>
          {lines}
        </details>
      ) : (
        lines
      )}
    </>
  )
}

const Line = ({ text }: { text: string }) => (
  <div>
    <Words text={text} />
  </div>
)

const movementInWords = (movement: Movement, t: Messages): string => {
  const { type, date, precision, amount, usdCents } = movement
  const day = precision === 'year' ? t.ledger.yearOnly(date.slice(0, 4)) : t.formats.day(date)
  const given = spellMoney(amount.minor, amount.currency)
  const usd = amount.currency === 'USD' ? '' : t.ledger.inUsd(spellMoney(usdCents, 'USD'), usdBasisInWords(movement, t))
  return `${t.ledger.types[type]}, ${day}: ${given}${usd}`
}
