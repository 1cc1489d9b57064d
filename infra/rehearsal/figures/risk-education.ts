import { riskEducation } from '#shared/domain/forms/of-twgs/risk-education.ts'
import { onceAYear, type RowsOf, someOf, typed, zerosOf } from './sample.ts'

/** The sizes follow January to June 2024: 1,425 sessions in 472 villages with 153,663 participants. */
const SITES = [
  { province: '09', operator: 'UXO Lao' },
  { province: '13', operator: 'HI' },
  { province: '12', operator: 'MAG' },
  { province: '14', operator: 'World Education' },
  { province: '16', operator: 'UXO Lao' },
] as const

export const riskEducationRows: RowsOf = (round) =>
  SITES.map(({ province, operator }) => {
    const some = someOf(round, 'risk education', province, operator)
    const methods = { interactive: some(60, 90, 'i'), houseToHouse: some(30, 45, 'h'), theatre: some(10, 19, 't') }
    const people = {
      women: some(3000, 4500, 'women'),
      men: some(2500, 3900, 'men'),
      girls13: some(1500, 2200, 'girls 13'),
      boys13: some(1500, 2200, 'boys 13'),
      girls5: some(2200, 3300, 'girls 5'),
      boys5: some(2200, 3300, 'boys 5'),
    }
    const received = some(20, 35, 'received')
    return {
      ...zerosOf(riskEducation),
      province,
      operator,
      languages: province === '09' ? 'lao, hmong' : 'lao, brou',
      ...typed({
        sessions: sum(methods),
        ...within('methods', methods),
        villages: some(38, 56, 'villages'),
        schools: some(12, 20, 'schools'),
        participantsTotal: sum(people),
        ...within('participants', people),
        'participants.womenWithDisabilities': some(30, 60, 'disabled women'),
        'participants.menWithDisabilities': some(30, 60, 'disabled men'),
        'trained.teachers': some(10, 18, 'teachers'),
        'trained.volunteers': some(15, 25, 'volunteers'),
        materials: some(8000, 14_000, 'materials'),
        mediaReach: some(20_000, 35_000, 'media'),
        'ordnanceReports.received': received,
        'ordnanceReports.answered': received - some(0, 4, 'waiting'),
      }),
      ...onceAYear(round, { 'sdg.informed': some(55, 75, 'informed') }),
    }
  })

const sum = (parts: Readonly<Record<string, number>>) => Object.values(parts).reduce((total, value) => total + value, 0)
const within = (group: string, parts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(parts).map(([name, value]) => [`${group}.${name}`, value]))
