import { spellMoney } from '#shared/domain/ledger/money.ts'
import type { Movement } from '#shared/domain/ledger/movement.ts'
import type { Messages } from '../../messages/index.ts'
import { useFrame } from '../frame.ts'
import { Table } from '../table.tsx'
import { Words } from '../words.tsx'
import { OnwardTag } from './onward-note.tsx'
import { usdBasisInWords } from './usd-basis.ts'

/** Movements, a line each. @param of given where all are of one contribution */
export const MovementTable = (table: {
  id: string
  caption: string
  movements: readonly Movement[]
  ofOne?: boolean
}) => {
  const { t } = useFrame()
  const whole = !table.ofOne
  const takenBack = new Set(table.movements.map(({ contribution, reverses }) => `${contribution}/${reverses}`))
  return (
    <Table
      id={table.id}
      caption={table.caption}
      columns={[
        { head: t.ledger.date },
        { head: t.ledger.movements.type },
        ...(whole
          ? [{ head: t.ledger.facts.donor }, { head: t.ledger.facts.title }, { head: t.ledger.facts.source }]
          : []),
        { head: t.ledger.amount, numeric: true },
        { head: t.ledger.usd, numeric: true },
        ...(whole ? [] : [{ head: t.ledger.usdFrom }]),
      ]}
      rows={table.movements.map((movement) => [
        movement.precision === 'year' ? t.ledger.yearOnly(movement.date.slice(0, 4)) : t.formats.day(movement.date),
        <>
          {typeInWords(movement, takenBack.has(`${movement.contribution}/${movement.seq}`), t)}
          {movement.parent !== '' && (
            <>
              {' '}
              <OnwardTag />
            </>
          )}
        </>,
        ...(whole
          ? [
              <a class="govuk-link" href={`/funding/donors/${encodeURIComponent(movement.donor.id)}`}>
                <Words text={movement.donor.name} />
              </a>,
              <a class="govuk-link" href={`/funding/contributions/${movement.contribution}`}>
                <Words text={movement.title} />
              </a>,
              t.ledger.sources[movement.source],
            ]
          : []),
        spellMoney(movement.amount.minor, movement.amount.currency),
        spellMoney(movement.usdCents, 'USD'),
        ...(whole ? [] : [<Words text={usdBasisInWords(movement, t)} />]),
      ])}
    />
  )
}

/** A correction says what it takes back, and what was taken back says so where both are listed. */
const typeInWords = ({ type, reversesType }: Movement, takenBack: boolean, { ledger }: Messages): string => {
  if (reversesType) return ledger.correctionOf(ledger.types[reversesType])
  return takenBack ? ledger.correctedBelow(ledger.types[type]) : ledger.types[type]
}
