import { riskEducation } from '#shared/domain/forms/of-twgs/risk-education.ts'
import { PUBLISHED } from './published.ts'
import { type Place, type ReportFigures, zeros } from './report-figures.ts'

const { sessions, villages, participants } = PUBLISHED.halfYear2024
const METHODS = { 'methods.houseToHouse': 300, 'methods.peerToPeer': 100, 'methods.theatre': 45 }
const PEOPLE = {
  'participants.men': 38_663,
  'participants.girls13': 18_000,
  'participants.boys13': 17_500,
  'participants.girls5': 19_000,
  'participants.boys5': 18_500,
}
const typed = (figures: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(figures).map(([path, value]) => [path, String(value)]))
const rest = (whole: number, parts: Readonly<Record<string, number>>) =>
  String(Object.values(parts).reduce((left, part) => left - part, whole))

/** The sessions, villages and participants of January to June 2024, and one crowded festival. */
export const riskFigures = ({ province, provinceName }: Place): ReportFigures => ({
  twg: 'risk-education',
  rowName: `${provinceName} · HI`,
  name: 'Risk Education',
  row: {
    ...zeros(riskEducation),
    province,
    operator: 'HI',
    languages: 'lao, hmong',
    sessions: String(sessions),
    ...typed(METHODS),
    'methods.interactive': rest(sessions, METHODS),
    villages: String(villages),
    schools: '160',
    participantsTotal: String(participants),
    ...typed(PEOPLE),
    'participants.women': rest(participants, PEOPLE),
    'participants.womenWithDisabilities': '380',
    'trained.teachers': '44',
    'trained.volunteers': '96',
    materials: '120,000',
    mediaReach: '900,000',
    'ordnanceReports.received': '140',
    'ordnanceReports.answered': '131',
  },
  pasted: [
    {
      ...zeros(riskEducation),
      province: 'Vientiane Capital',
      operator: 'UXO Lao',
      languages: 'lao',
      sessions: '2',
      'methods.theatre': '2',
      villages: '2',
      participantsTotal: '1,400',
      'participants.women': '700',
      'participants.men': '700',
    },
  ],
  blocked: {
    typed: { 'ordnanceReports.answered': '141' },
    says: 'Reports answered must not exceed reports received (141 reports against 140 reports)',
    leadsTo: 'ordnanceReports.answered',
  },
  warned: '700 participants a session, more than 500',
  shown: [`${provinceName} · HI`, '153,663', '1,425', 'Lao, Hmong', 'Vientiane Capital · UXO Lao'],
  mended: { typed: { schools: '166' }, line: `${provinceName} · HI: Schools reached | 160 | 166` },
  amended: {
    typed: { mediaReach: 'n/a the station has no figures' },
    line: `${provinceName} · HI: Reach of media (estimate) | 900,000 | n/a: the station has no figures`,
  },
})
