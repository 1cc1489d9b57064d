import * as z from 'zod'
import { numberInWords } from '../../number-in-words.ts'
import { say } from '../../words/say.ts'
import { atMostCheck, partsChecks } from '../checks/sums.ts'
import { trendChecks } from '../checks/trends.ts'
import { type Counted, choice, count, group, optionalChoices, percent, yearly } from '../field.ts'
import { isAvailable } from '../figure.ts'
import { type Check, type Form, figureAt } from '../form.ts'
import { ageBandCells, PEOPLE, saddByAgeBand } from '../people.ts'
import { reportForm } from '../report-form.ts'

const METHODS = ['interactive', 'houseToHouse', 'focusGroup', 'peerToPeer', 'theatre', 'other'].map(
  (method) => `methods.${method}`,
)
const SESSIONS: Counted = ['session', 'sessions']
const MOST_A_SESSION = 500

const LANGUAGES = {
  lao: 'Lao',
  khmu: 'Khmu',
  hmong: 'Hmong',
  brou: 'Brou (Bru or Makong)',
  katu: 'Katu',
  other: 'Other',
}

const row = () =>
  z.strictObject({
    province: choice('Province', 'provinces'),
    operator: choice('Operator', 'operators'),
    sessions: count({ label: 'Sessions held', standard: 'IMAS 12.10' }, SESSIONS),
    methods: group(
      'Sessions, by method',
      {
        interactive: count('Interactive group'),
        houseToHouse: count('House-to-house'),
        focusGroup: count('Focus group'),
        peerToPeer: count('Peer-to-peer'),
        theatre: count('Theatre'),
        other: count('Other'),
      },
      SESSIONS,
    ),
    villages: count('Villages reached', ['village', 'villages']),
    schools: count('Schools reached', ['school', 'schools']),
    languages: optionalChoices({ label: 'Languages used', help: 'Needed where there were sessions' }, LANGUAGES),
    participantsTotal: count(
      { label: 'Participants', help: 'People at sessions; media audiences are asked below' },
      PEOPLE,
    ),
    participants: saddByAgeBand({ label: 'Participants, by sex and age', standard: 'IMAS 12.10' }),
    trained: group(
      'Trained to give risk education',
      { teachers: count('Teachers'), volunteers: count('Volunteers') },
      PEOPLE,
    ),
    materials: count('Materials handed out', ['item', 'items']),
    mediaReach: count(
      {
        label: 'Reach of media (estimate)',
        help: 'Radio, television, social media. It is never added to participants',
      },
      PEOPLE,
    ),
    ordnanceReports: group(
      { label: 'Reports of ordnance from the public', standard: 'IMAS 12.10' },
      { received: count('Received'), answered: count({ label: 'Answered', help: 'Passed to a team that went there' }) },
      ['report', 'reports'],
    ),
    sdg: group(
      { label: 'Once a year, in the fourth quarter' },
      {
        informed: yearly(
          percent({ label: 'People in contaminated villages who are informed', standard: 'SDG 18.1.2' }),
        ),
      },
    ),
  })

const namedLanguages: Check = {
  id: 'languages',
  level: 'block',
  fields: ['languages', 'sessions'],
  test: (values) => {
    const { languages } = values as { readonly languages?: readonly string[] }
    return figureAt(values, 'sessions') !== 0 && languages?.length === 0
      ? say`Languages used: choose at least one`
      : undefined
  },
}

const crowdedSessions: Check = {
  id: 'crowded-sessions',
  level: 'warn',
  fields: ['participantsTotal', 'sessions'],
  test: (values) => {
    const [people, sessions] = [figureAt(values, 'participantsTotal'), figureAt(values, 'sessions')]
    if (!isAvailable(people) || !isAvailable(sessions) || people <= sessions * MOST_A_SESSION) return undefined
    return sessions === 0
      ? say`There are participants without a session`
      : say`${numberInWords(Math.round(people / sessions))} participants a session, more than ${MOST_A_SESSION} people`
  },
}

/** Risk Education (EORE): one row a province and operator. */
export const riskEducation: Form = reportForm('risk-education', 1, () => ({
  schema: row(),
  key: ['province', 'operator'],
  noun: say`province and operator`,
  checks: [
    ...partsChecks('methods', METHODS, 'sessions', { parts: say`sessions by method`, total: say`number of sessions` }),
    ...partsChecks('participants', ageBandCells('participants'), 'participantsTotal', {
      parts: say`participants by sex and age`,
      total: say`number of participants`,
    }),
    atMostCheck(
      'ordnance-reports',
      ['ordnanceReports.answered'],
      ['ordnanceReports.received'],
      say`Reports answered must not exceed reports received`,
    ),
    namedLanguages,
    crowdedSessions,
    ...trendChecks([{ name: say`Trained to give risk education`, paths: ['trained.teachers', 'trained.volunteers'] }]),
  ],
  indicators: [
    { id: 'sessions', label: 'Sessions', unit: '', paths: ['sessions'], leads: true, byProvince: true },
    { id: 'villages', label: 'Villages reached', unit: '', paths: ['villages'], byProvince: true },
    { id: 'schools', label: 'Schools reached', unit: '', paths: ['schools'] },
    {
      id: 'participants',
      label: 'Participants',
      unit: 'people',
      paths: ['participantsTotal'],
      leads: true,
      byProvince: true,
    },
    {
      id: 'childParticipants',
      label: 'Participants, girls and boys',
      unit: 'people',
      paths: ['girls5', 'girls13', 'boys5', 'boys13'].map((cell) => `participants.${cell}`),
    },
    {
      id: 'trained',
      label: 'Teachers and volunteers trained',
      unit: 'people',
      paths: ['trained.teachers', 'trained.volunteers'],
    },
    { id: 'mediaReach', label: 'Reach of media (estimate, apart)', unit: '', paths: ['mediaReach'] },
    {
      id: 'ordnanceReports',
      label: 'Reports of ordnance received',
      unit: '',
      paths: ['ordnanceReports.received'],
      byProvince: true,
    },
    { id: 'ordnanceAnswered', label: 'Reports of ordnance answered', unit: '', paths: ['ordnanceReports.answered'] },
    {
      id: 'sdg1812',
      label: 'SDG 18.1.2 people informed (mean of rows)',
      unit: '%',
      paths: ['sdg.informed'],
    },
  ],
}))
