import type { FundingYear } from '../briefs/model.ts'
import type { Movement } from './contribution.ts'
import { yearOf } from './contribution.ts'
import { spellMoney } from './money.ts'

interface DonorSums {
  name: string
  paid: number
  committed: number
  pledged: number
  readonly original: Map<string, number>
}

/**
 * The funding of one year by donor, from its movements alone (domain §5), in US cents.
 * Paid is what was disbursed; committed is what was promised by agreement and not yet paid; pledges stand apart and enter no total.
 * A correction counts against the movement it reverses. Integers throughout: the order of movements never matters.
 */
export const fundingOf = (year: number, movements: readonly Movement[]): FundingYear => {
  const ofYear = movements.filter((movement) => yearOf(movement) === year)
  const typeBySeq = new Map(ofYear.map((movement) => [`${movement.contribution}#${movement.seq}`, movement.type]))
  const donors = new Map<string, DonorSums>()
  const sources = new Set<string>()
  for (const movement of ofYear) {
    sources.add(movement.source)
    const type =
      movement.type === 'correction' ? typeBySeq.get(`${movement.contribution}#${movement.reverses}`) : movement.type
    const sums = donors.get(movement.donor.id) ?? {
      name: movement.donor.name,
      paid: 0,
      committed: 0,
      pledged: 0,
      original: new Map(),
    }
    donors.set(movement.donor.id, sums)
    if (type === 'disbursement') {
      sums.paid += movement.usdCents
      const { currency, minor } = movement.amount
      sums.original.set(currency, (sums.original.get(currency) ?? 0) + minor)
    } else if (type === 'commitment') sums.committed += movement.usdCents
    else if (type === 'pledge') sums.pledged += movement.usdCents
  }
  const paidUsd = sum([...donors.values()].map(({ paid }) => paid))
  const lines = [...donors.values()]
    .map(({ name, paid, committed, pledged, original }) => ({
      donor: name,
      paidUsd: paid,
      committedUsd: Math.max(0, committed - paid),
      pledgedUsd: pledged,
      share: paidUsd === 0 ? 0 : paid / paidUsd,
      original: [...original]
        .filter(([, minor]) => minor !== 0)
        .map(([currency, minor]) => spellMoney(minor, currency))
        .toSorted(),
    }))
    .toSorted((a, b) => b.paidUsd - a.paidUsd || a.donor.localeCompare(b.donor))
  return {
    year,
    paidUsd,
    committedUsd: sum(lines.map((line) => line.committedUsd)),
    pledgedUsd: sum(lines.map((line) => line.pledgedUsd)),
    donors: lines,
    largestShare: Math.max(0, ...lines.map(({ share }) => share)),
    hhi: sum(lines.map(({ share }) => share * share)),
    sources: [...sources].toSorted(),
  }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
