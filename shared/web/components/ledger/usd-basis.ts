import type { Movement } from '#shared/domain/ledger/movement.ts'
import type { Messages } from '../../messages/index.ts'

/** How the US$ of a movement came about: its rate as quoted, with direction, source and day, or who published them. */
export const usdBasisInWords = (
  { amount, usdBasis }: Pick<Movement, 'amount' | 'usdBasis'>,
  { ledger, formats }: Messages,
): string => {
  if ('rate' in usdBasis) {
    const { rate, direction, source, date } = usdBasis
    return ledger.atRate(ledger.quoted[direction](rate, amount.currency), source, formats.day(date))
  }
  if (amount.currency === 'USD') return ledger.givenInUsd
  const { published } = usdBasis
  return ledger.asPublished(ledger.sources[published as keyof typeof ledger.sources] ?? published)
}
