import { PUBLISHED } from './published.ts'
import type { Place, ReportFigures } from './report-figures.ts'

const OWNER = 'National Regulatory Authority'

/** What the sector received in 2023 is what it needs again; the items are invented. */
export const coordinationFigures = ({ round, pillar }: Place): ReportFigures => {
  const need = { kind: 'need', pillar, amount: `USD ${PUBLISHED.received2023.usd.toLocaleString('en')}` }
  return {
    twg: 'coordination-policy-funding',
    rowName: 'Obligation · CCM Article 7 (transparency report)',
    name: 'Coordination, Policy and Funding Strategy',
    past: [{ ...need, amount: '15,000,000' }],
    row: { kind: 'obligation', obligation: 'ccm-7', status: 'on-track', owner: OWNER, due: '30/04/2027' },
    pasted: [
      need,
      { kind: 'policy', subject: 'National standard on land release', adopted: round.quarterEnd },
      { kind: 'mous', pending: '4', oldest: '150' },
      { kind: 'gender', subject: 'Women in survey teams', status: 'on-track' },
      { kind: 'research', subject: 'Detection of deep-buried ordnance', status: 'delayed', note: 'Parts are awaited' },
      { kind: 'pipeline', subject: 'Clearance in Xiengkhuang', donor: 'Japan', amount: '2,500,000' },
      { kind: 'topic', subject: 'Multi-year funding of information management' },
    ],
    blocked: {
      typed: { due: '໓໐/໐໔/໒໕໗໐' },
      says: '2570 is a year of the Buddhist era: enter 30 April 2027 if that is the day you mean',
      leadsTo: 'due',
    },
    warned: '43,000,000 USD, outside half to twice the mean of the last four quarters (15,000,000 USD)',
    shown: ['CCM Article 7 (transparency report)', '30 April 2027', '43,000,000', 'Multi-year funding'],
    mended: {
      typed: { note: 'Form I is late' },
      line: 'Obligation · CCM Article 7 (transparency report): Note | (none) | Form I is late',
    },
    amended: {
      typed: { status: 'delayed' },
      line: 'Obligation · CCM Article 7 (transparency report): Status | On track | Delayed',
    },
  }
}
