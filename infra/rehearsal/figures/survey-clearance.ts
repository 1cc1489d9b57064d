import { surveyClearance } from '#shared/domain/forms/of-twgs/survey-clearance.ts'
import { type RowsOf, someOf, zerosOf } from './sample.ts'

/** Where the sample's operators work; the sizes follow what the sector publishes: about 2,500 ha cleared in half a year. */
const SITES = [
  { province: '09', operator: 'UXO Lao', opening: 42_000_000 },
  { province: '09', operator: 'MAG', opening: 31_000_000 },
  { province: '13', operator: 'HALO Trust', opening: 55_000_000 },
  { province: '12', operator: 'MAG', opening: 18_000_000 },
  { province: '14', operator: 'NPA', opening: 27_000_000 },
] as const

const HECTARE = 10_000

export const surveyClearanceRows: RowsOf = (round, stocks) =>
  SITES.map(({ province, operator, opening: first }) => {
    const site = `${province} ${operator}`
    const some = someOf(round, site)
    const [agriculture, development, other] = [
      some(150, 260, 'agriculture'),
      some(20, 45, 'development'),
      some(0, 9, 'other'),
    ]
    const cleared = agriculture + development + other
    const [confirmed, reduced] = [some(250, 420, 'confirmed'), some(15, 30, 'reduced')]
    const opening = stocks.of(`hazardous area ${site}`, first)
    const closing = opening + (confirmed - reduced - cleared) * HECTARE
    stocks.leave(`hazardous area ${site}`, closing)
    const [waiting, handedOver] = [stocks.of(`hand-over ${site}`, 20), some(75, 150, 'handover')]
    stocks.leave(`hand-over ${site}`, waiting + cleared - handedOver)
    const people = some(900, 1600, 'people')
    return {
      ...zerosOf(surveyClearance),
      province,
      operator,
      'villages.nts': String(some(12, 20, 'nts')),
      'villages.ts': String(some(6, 11, 'ts')),
      areaSurveyed: `${some(400, 700, 'surveyed')} ha`,
      'confirmed.areas': String(some(14, 24, 'areas')),
      'confirmed.area': `${confirmed} ha`,
      'released.cancelled': `${some(20, 40, 'cancelled')} ha`,
      'released.reduced': `${reduced} ha`,
      'released.cleared': `${cleared} ha`,
      'landUse.agriculture': `${agriculture} ha`,
      'landUse.development': `${development} ha`,
      'landUse.other': `${other} ha`,
      'destroyed.submunitions': String(some(1800, 3200, 'submunitions')),
      'destroyed.otherUxo': String(some(300, 520, 'uxo')),
      eodSpotTasks: String(some(35, 70, 'eod')),
      teams: String(some(8, 14, 'teams')),
      'handover.waiting': `${waiting} ha`,
      'handover.handedOver': `${handedOver} ha`,
      'beneficiaries.women': String(people),
      'beneficiaries.womenWithDisabilities': String(some(10, 40, 'disabled women')),
      'beneficiaries.men': String(people - some(10, 120, 'men')),
      'beneficiaries.girls': String(some(400, 700, 'girls')),
      'beneficiaries.boys': String(some(400, 700, 'boys')),
      'quality.visits': String(some(5, 9, 'visits')),
      'quality.minor': String(some(0, 3, 'minor')),
      'inventory.opening': String(opening),
      'inventory.closing': String(closing),
    }
  })
