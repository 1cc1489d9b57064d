import * as z from 'zod'
import { say } from '../../words/say.ts'
import { atMostCheck, needsCheck, partsChecks } from '../checks/sums.ts'
import { spikeIn, trendChecks } from '../checks/trends.ts'
import { choice, count, group, optionalChoice, percent, yearly } from '../field.ts'
import type { Form } from '../form.ts'
import { PEOPLE, sadd, saddCells, victimCells, victims } from '../people.ts'
import { reportForm } from '../report-form.ts'

const DEVICES = ['submunition', 'otherErw', 'mine', 'unknown'].map((device) => `device.${device}`)
const ACTIVITIES = ['farming', 'playing', 'tampering', 'fire', 'scrap', 'other'].map(
  (activity) => `activity.${activity}`,
)
const SERVICES = ['medical', 'rehabilitation', 'psychosocial', 'education', 'economic', 'socialProtection'].map(
  (service) => `services.${service}`,
)
/** As SDG 18.1.1 tells them apart. */
const VICTIMS = { women: 'Women', men: 'Men', girls: 'Girls', boys: 'Boys' }
const CASUALTIES = 'casualties.total'

const row = () =>
  z.strictObject({
    province: choice('Province', 'provinces'),
    operator: optionalChoice(
      { label: 'Operator', empty: 'Not known', help: 'Leave empty where it is not known' },
      'operators',
    ),
    accidents: count(
      {
        label: 'Accidents with UXO',
        standard: 'IMAS 13.10',
        help: 'No names and no places: those belong in IMSMA',
      },
      ['accident', 'accidents'],
    ),
    casualties: group(
      { label: 'Casualties', standard: 'SDG 18.1.1' },
      { total: count('Killed and injured'), killed: count('Killed'), injured: count('Injured') },
      PEOPLE,
    ),
    killed: victims({ label: 'Killed, by sex and age', standard: 'SDG 18.1.1' }),
    injured: victims({ label: 'Injured, by sex and age', standard: 'SDG 18.1.1' }),
    device: group(
      'Casualties, by device',
      {
        submunition: count('Submunition'),
        otherErw: count('Other explosive remnant of war'),
        mine: count('Mine'),
        unknown: count('Device unknown'),
      },
      PEOPLE,
    ),
    activity: group(
      'Casualties, by activity at the time',
      {
        farming: count('Farming or digging'),
        playing: count('Playing'),
        tampering: count('Tampering'),
        fire: count('Making a fire'),
        scrap: count('Collecting scrap metal'),
        other: count('Other'),
      },
      PEOPLE,
    ),
    newSurvivors: count(
      { label: 'Survivors newly registered', help: 'Entered in the survivor register this quarter' },
      PEOPLE,
    ),
    assisted: sadd({ label: 'People assisted', standard: 'IMAS 13.10', help: 'Each person once in the quarter' }),
    services: group(
      { label: 'Services delivered', help: 'A person may receive several' },
      {
        medical: count('Medical'),
        rehabilitation: count('Rehabilitation and devices'),
        psychosocial: count('Psychosocial support'),
        education: count('Education'),
        economic: count('Economic inclusion'),
        socialProtection: count('Social protection'),
      },
      ['service', 'services'],
    ),
    referrals: group('Referrals', { made: count('Made'), completed: count('Completed') }, ['referral', 'referrals']),
    sdg: group(
      { label: 'Once a year, in the fourth quarter' },
      {
        incomeSecurity: yearly(
          percent({ label: 'Working-age survivors with basic income security', standard: 'SDG 18.3.1' }),
        ),
        mainstreamed: yearly(percent({ label: 'Survivors mainstreamed into services', standard: 'SDG 18.3.2' })),
      },
    ),
  })

/** Victim Assistance: one row a province, and operator where it is known. No names and no places: those belong in IMSMA. */
export const victimAssistance: Form = reportForm('victim-assistance', 1, () => ({
  schema: row(),
  key: ['province', 'operator'],
  noun: say`province (and operator)`,
  checks: [
    ...partsChecks('casualties', ['casualties.killed', 'casualties.injured'], CASUALTIES, {
      parts: say`killed and injured`,
      total: say`number of casualties`,
    }),
    ...partsChecks('killed', victimCells('killed'), 'casualties.killed', {
      parts: say`killed by sex and age`,
      total: say`number of killed`,
    }),
    ...partsChecks('injured', victimCells('injured'), 'casualties.injured', {
      parts: say`injured by sex and age`,
      total: say`number of injured`,
    }),
    ...partsChecks('devices', DEVICES, CASUALTIES, {
      parts: say`casualties by device`,
      total: say`number of casualties`,
    }),
    ...partsChecks('activities', ACTIVITIES, CASUALTIES, {
      parts: say`casualties by activity`,
      total: say`number of casualties`,
    }),
    needsCheck('accident', CASUALTIES, 'accidents', say`Casualties need an accident: enter the accidents`),
    atMostCheck(
      'people-services',
      saddCells('assisted'),
      SERVICES,
      say`People assisted must not exceed services delivered`,
    ),
    atMostCheck(
      'referrals',
      ['referrals.completed'],
      ['referrals.made'],
      say`Referrals completed must not exceed referrals made`,
    ),
    {
      id: 'casualty-spike',
      level: 'warn',
      fields: [CASUALTIES],
      test: (values, history) => spikeIn(values, history, CASUALTIES, ['casualty', 'casualties']),
    },
    ...trendChecks([CASUALTIES], { rises: false, small: 0 }),
    ...trendChecks(['accidents'], { small: 0 }),
    ...trendChecks([{ name: say`Services delivered`, paths: SERVICES }]),
  ],
  indicators: [
    { id: 'accidents', label: 'Accidents', unit: '', paths: ['accidents'], byProvince: true },
    {
      id: 'casualties',
      label: 'Casualties',
      unit: 'people',
      paths: [CASUALTIES],
      leads: true,
      byRound: true,
      byProvince: true,
    },
    { id: 'killed', label: 'Killed', unit: 'people', paths: ['casualties.killed'], byRound: true },
    ...Object.entries(VICTIMS).map(([who, label]) => ({
      id: `casualties-${who}`,
      label: `${label} (killed and injured)`,
      unit: 'people',
      paths: [`killed.${who}`, `injured.${who}`],
      byRound: true as const,
    })),
    { id: 'newSurvivors', label: 'Survivors newly registered', unit: 'people', paths: ['newSurvivors'] },
    {
      id: 'assisted',
      label: 'People assisted',
      unit: 'people',
      paths: saddCells('assisted'),
      leads: true,
      byProvince: true,
    },
    { id: 'services', label: 'Services delivered', unit: '', paths: SERVICES, byProvince: true },
    { id: 'referralsCompleted', label: 'Referrals completed', unit: '', paths: ['referrals.completed'] },
    {
      id: 'sdg1831',
      label: 'SDG 18.3.1 survivors with income security (mean of rows)',
      unit: '%',
      paths: ['sdg.incomeSecurity'],
    },
    {
      id: 'sdg1832',
      label: 'SDG 18.3.2 survivors in services (mean of rows)',
      unit: '%',
      paths: ['sdg.mainstreamed'],
    },
  ],
  agenda: (values, history) => {
    const spike = spikeIn(values, history, CASUALTIES, ['casualty', 'casualties'])
    return spike && say`Rise in casualties: ${spike}`
  },
}))
