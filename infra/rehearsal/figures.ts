import type { Round } from '#shared/domain/calendar/round.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import { fieldsOf } from '#shared/domain/forms/form.ts'
import { surveyClearance } from '#shared/domain/forms/survey-clearance.ts'
import type { Typed } from '#shared/domain/report.ts'

/** Where the sample's operators work; the sizes follow what the sector publishes: about 2,500 ha cleared in half a year. */
const SITES = [
  { province: '09', operator: 'UXO Lao', opening: 42_000_000 },
  { province: '09', operator: 'MAG', opening: 31_000_000 },
  { province: '13', operator: 'HALO Trust', opening: 55_000_000 },
  { province: '12', operator: 'MAG', opening: 18_000_000 },
  { province: '14', operator: 'NPA', opening: 27_000_000 },
] as const

const HECTARE = 10_000

/** A number between `from` and `to`, the same for the same words. */
const between = (from: number, to: number, ...words: string[]): number =>
  from + (Number.parseInt(fingerprint(...words).slice(0, 8), 16) % (to - from + 1))

/** Plausible rows of survey and clearance. The inventory of a site goes on where the round before left it. */
export class SurveyFigures {
  readonly #inventory = new Map<string, number>(SITES.map((site) => [siteKey(site), site.opening]))

  rowsOf(round: string): Typed[] {
    return SITES.map((site) => {
      const some = (from: number, to: number, what: string) => between(from, to, round, siteKey(site), what)
      const [agriculture, development, other] = [
        some(150, 260, 'agriculture'),
        some(20, 45, 'development'),
        some(0, 9, 'other'),
      ]
      const cleared = agriculture + development + other
      const [confirmed, reduced] = [some(250, 420, 'confirmed'), some(5, 30, 'reduced')]
      const opening = this.#inventory.get(siteKey(site)) ?? 0
      const closing = opening + (confirmed - reduced - cleared) * HECTARE
      this.#inventory.set(siteKey(site), closing)
      const people = some(900, 1600, 'people')
      return {
        ...Object.fromEntries(fieldsOf(ROWS.schema).map(({ path }) => [path, '0'])),
        province: site.province,
        operator: site.operator,
        'villages.nts': String(some(12, 20, 'nts')),
        'villages.ts': String(some(6, 11, 'ts')),
        areaSurveyed: `${some(400, 700, 'surveyed')} ha`,
        'confirmed.areas': String(some(14, 24, 'areas')),
        'confirmed.area': `${confirmed} ha`,
        'released.cancelled': `${some(3, 40, 'cancelled')} ha`,
        'released.reduced': `${reduced} ha`,
        'released.cleared': `${cleared} ha`,
        'landUse.agriculture': `${agriculture} ha`,
        'landUse.development': `${development} ha`,
        'landUse.other': `${other} ha`,
        'destroyed.submunitions': String(some(1800, 3200, 'submunitions')),
        'destroyed.otherUxo': String(some(300, 520, 'uxo')),
        eodSpotTasks: String(some(30, 70, 'eod')),
        teams: String(some(8, 14, 'teams')),
        'handover.waiting': '20 ha',
        'handover.handedOver': `${some(60, 150, 'handover')} ha`,
        'beneficiaries.women': String(people),
        'beneficiaries.men': String(people - some(10, 120, 'men')),
        'beneficiaries.girls': String(some(400, 700, 'girls')),
        'beneficiaries.boys': String(some(400, 700, 'boys')),
        'quality.visits': String(some(4, 9, 'visits')),
        'quality.minor': String(some(0, 3, 'minor')),
        'inventory.opening': String(opening),
        'inventory.closing': String(closing),
      }
    })
  }
}

const ROWS =
  surveyClearance.rows ??
  (() => {
    throw new Error('The survey form has no rows')
  })()
const siteKey = ({ province, operator }: { province: string; operator: string }) => `${province} ${operator}`

export const headerOf = (name: string, round: Round): Typed => ({
  preparedBy: name,
  clearedBy: 'Director General',
  cutOff: round.quarterEnd,
  dataSource: 'imsma',
  status: 'verified',
})

export const narrativeOf = (twgName: string, round: string): Typed => ({
  achievements: `The work plan of ${twgName} for ${round} was carried out with all operators. Joint field visits took place in two provinces.`,
  challenges: `Rain and unpaved roads delayed work in the south. Funding for the next quarter is not yet confirmed by all donors.`,
  priority1: 'Agree on the list of villages for the next quarter',
  priority2: 'Joint data review with the information management unit',
  decision1: `Confirm the ${twgName} priorities for the next quarter`,
  decision1From: 'Co-chairs',
  decision1By: `${Number(round.slice(0, 4)) + 1}-03-31`,
  gender: 'Women were a third of the teams deployed.',
})
