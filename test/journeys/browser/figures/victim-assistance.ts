import { victimAssistance } from '#shared/domain/forms/of-twgs/victim-assistance.ts'
import { PUBLISHED } from './published.ts'
import { type Place, type ReportFigures, zeros } from './report-figures.ts'

const { accidents, victims, assisted } = PUBLISHED.halfYear2024
const WOMEN = 600
const GIRLS_AND_BOYS = 512

/** The accidents, victims and people assisted of January to June 2024. */
export const victimFigures = ({ province, provinceName }: Place): ReportFigures => {
  const row = {
    ...zeros(victimAssistance),
    province,
    operator: 'World Education',
    accidents: String(accidents),
    'casualties.total': String(victims),
    'casualties.killed': '13',
    'casualties.injured': '30',
    'killed.women': '1',
    'killed.men': '6',
    'killed.girls': '1',
    'killed.boys': '5',
    'injured.women': '4',
    'injured.men': '12',
    'injured.girls': '3',
    'injured.boys': '11',
    'device.submunition': '30',
    'device.otherErw': '9',
    'device.unknown': '4',
    'activity.farming': '20',
    'activity.playing': '10',
    'activity.tampering': '3',
    'activity.fire': '5',
    'activity.scrap': '5',
    newSurvivors: '28',
    'assisted.women': String(WOMEN),
    'assisted.womenWithDisabilities': '410',
    'assisted.men': String(assisted - WOMEN - GIRLS_AND_BOYS),
    'assisted.menWithDisabilities': '522',
    'assisted.girls': '250',
    'assisted.boys': '262',
    'services.medical': '700',
    'services.rehabilitation': '600',
    'services.psychosocial': '400',
    'services.education': '150',
    'services.economic': '250',
    'services.socialProtection': '100',
    'referrals.made': '320',
    'referrals.completed': '268',
  }
  return {
    twg: 'victim-assistance',
    rowName: `${provinceName} · World Education`,
    name: 'Victim Assistance',
    past: [
      {
        ...row,
        accidents: '12',
        'casualties.total': '20',
        'casualties.killed': '0',
        'casualties.injured': '20',
        'killed.women': '0',
        'killed.men': '0',
        'killed.girls': '0',
        'killed.boys': '0',
        'injured.men': '2',
        'device.submunition': '7',
        'activity.farming': '0',
        'activity.tampering': '0',
        'sdg.incomeSecurity': '24 %',
        'sdg.mainstreamed': 'n/a no survey this year',
      },
    ],
    row,
    blocked: {
      typed: { 'injured.boys': '12' },
      says: 'The injured by sex and age add up to 31 people, the number of injured is 30 people: make them agree',
      leadsTo: 'casualties.injured',
    },
    warned: '43 casualties, at least twice the mean of the last four quarters (20 casualties)',
    shown: [`${provinceName} · World Education`, 'People assisted', '720', '43'],
    mended: {
      typed: { newSurvivors: '31' },
      line: `${provinceName} · World Education: Survivors newly registered | 28 | 31`,
    },
    amended: {
      typed: { 'referrals.completed': '270' },
      line: `${provinceName} · World Education: Referrals, Completed | 268 | 270`,
    },
  }
}
