import { quarterStart } from '#shared/domain/calendar/round.ts'
import { addDays } from '#shared/domain/calendar-days.ts'
import { type RowsOf, someOf } from './sample.ts'

/** Millions of US dollars needed in twelve months; together a little more than the sector receives in a year. */
const NEEDS = {
  'survey-clearance': 41,
  'victim-assistance': 5,
  'risk-education': 4,
  'information-management': 2,
  coordination: 2,
}

export const coordinationItems: RowsOf = (round) => {
  const some = someOf(round, 'coordination')
  const nextYear = Number(round.slice(0, 4)) + 1
  const owner = 'National Regulatory Authority'
  return [
    { kind: 'obligation', obligation: 'ccm-7', status: 'on-track', owner, due: `${nextYear}-04-30` },
    { kind: 'obligation', obligation: 'ccw', status: 'on-track', owner, due: `${nextYear}-03-31` },
    {
      kind: 'obligation',
      obligation: 'sdg-18',
      status: 'delayed',
      owner: 'Ministry of Planning and Investment',
      due: `${nextYear}-12-31`,
      note: 'Baseline of 18.1.2 outstanding',
    },
    { kind: 'policy', subject: 'National standard on land release', adopted: addDays(quarterStart(round), 40) },
    { kind: 'mous', pending: String(some(3, 6, 'mous')), oldest: String(some(120, 210, 'oldest')) },
    { kind: 'gender', subject: 'Women in survey teams, all operators', status: 'on-track' },
    { kind: 'research', subject: 'Detection of deep-buried ordnance, trial', status: 'on-track' },
    ...Object.entries(NEEDS).map(([pillar, millions]) => ({
      kind: 'need',
      pillar,
      amount: `USD ${millions},${some(100, 900, pillar)},000`,
    })),
    { kind: 'pipeline', subject: 'Clearance in Xiengkhuang, second phase', donor: 'Japan', amount: '2,500,000' },
    { kind: 'topic', subject: 'Multi-year funding of information management' },
  ]
}
