import { victimAssistance } from '#shared/domain/forms/of-twgs/victim-assistance.ts'
import { onceAYear, type RowsOf, someOf, typed, zerosOf } from './sample.ts'

/** The sizes follow January to June 2024: 20 accidents with 43 victims, 1,832 survivors assisted. */
const PROVINCES = [
  { province: '09', operator: 'World Education' },
  { province: '13', operator: 'HI' },
  { province: '14', operator: '' },
  { province: '16', operator: '' },
] as const

export const victimAssistanceRows: RowsOf = (round) =>
  PROVINCES.map(({ province, operator }) => {
    const some = someOf(round, 'victim assistance', province)
    const [boys, men, women] = [some(2, 3, 'boys'), some(1, 2, 'men'), some(0, 1, 'women')]
    const injured = boys + men + women
    const killed = 1
    const casualties = injured + killed
    const assisted = {
      women: some(60, 90, 'w'),
      men: some(70, 100, 'm'),
      girls: some(20, 30, 'g'),
      boys: some(30, 45, 'b'),
    }
    return {
      ...zerosOf(victimAssistance),
      province,
      operator,
      ...typed({
        accidents: some(2, 3, 'accidents'),
        'casualties.total': casualties,
        'casualties.killed': killed,
        'casualties.injured': injured,
        'killed.men': killed,
        'injured.women': women,
        'injured.men': men,
        'injured.boys': boys,
        'device.submunition': casualties - 1,
        'device.unknown': 1,
        'activity.farming': men + women + killed,
        'activity.playing': boys,
        newSurvivors: some(4, 7, 'survivors'),
        'assisted.women': assisted.women,
        'assisted.womenWithDisabilities': assisted.women - 10,
        'assisted.men': assisted.men,
        'assisted.menWithDisabilities': assisted.men - 10,
        'assisted.girls': assisted.girls,
        'assisted.boys': assisted.boys,
        'services.medical': some(120, 180, 'medical'),
        'services.rehabilitation': some(90, 140, 'rehabilitation'),
        'services.psychosocial': some(60, 90, 'psychosocial'),
        'services.education': some(30, 50, 'education'),
        'services.economic': some(40, 70, 'economic'),
        'services.socialProtection': some(20, 40, 'protection'),
        'referrals.made': some(30, 50, 'made'),
        'referrals.completed': some(20, 29, 'completed'),
      }),
      ...onceAYear(round, {
        'sdg.incomeSecurity': some(20, 30, 'income'),
        'sdg.mainstreamed': some(35, 50, 'services'),
      }),
    }
  })
