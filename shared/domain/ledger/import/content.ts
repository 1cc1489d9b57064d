import { canonical } from '../../canonical.ts'
import { fingerprint } from '../../fingerprint.ts'
import { donorId, type Pillars } from '../contribution.ts'
import type { NewContribution } from '../new-contribution.ts'

/**
 * Fingerprint of what a row says, not of how it is spelt: blanks, thousands separators, upper and lower case of names and the
 * order of a list make no other contribution.
 */
export const contentOf = ({ contribution, movements }: NewContribution): string => {
  const { donor, title, recipient, implementers, pillars, provinces, ...facts } = contribution
  return fingerprint(
    canonical({
      ...facts,
      donor: donor.id,
      title: donorId(title),
      recipient: donorId(recipient),
      implementers: implementers.map(donorId).toSorted(),
      pillars: pillarsSpelt(pillars),
      provinces: provinces.toSorted(),
      movements: movements.map((movement) => canonical(movement)).toSorted(),
    }),
  )
}

const pillarsSpelt = (pillars: Pillars): readonly string[] =>
  (Array.isArray(pillars)
    ? pillars.map(({ pillar, percent }) => `${donorId(pillar)} ${percent}`)
    : pillars.notDisaggregated.map(donorId)
  ).toSorted()
