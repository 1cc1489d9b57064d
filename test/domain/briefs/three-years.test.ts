import { describe, expect, it } from 'vitest'
import { compileTwgBrief } from '#shared/domain/briefs/compile-twg-brief.ts'
import type { BriefFigure } from '#shared/domain/briefs/model.ts'
import { type RoundId, roundAfter, roundOf } from '#shared/domain/calendar/round.ts'
import { formOf } from '#shared/domain/forms/index.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { sampleReports } from '../../fixtures/sample-reports.ts'
import { at } from '../../fixtures/world.ts'

/** What each figure of a brief is, said anew: fields that are added, or averaged over rows; how it goes on over the year. */
type Rule = readonly [over: 'year' | 'latest', how: 'sum' | 'mean' | 'count', ...what: string[]]
const sadd = (group: string) => ['women', 'men', 'girls', 'boys', 'unknown'].map((who) => `${group}.${who}`)
const RULES: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  'survey-clearance': {
    villagesSurveyed: ['year', 'sum', 'villages.nts', 'villages.ts'],
    areaSurveyed: ['year', 'sum', 'areaSurveyed'],
    areaConfirmed: ['year', 'sum', 'confirmed.area'],
    areaReleased: ['year', 'sum', 'released.cancelled', 'released.reduced'],
    areaCleared: ['year', 'sum', 'released.cleared'],
    submunitions: ['year', 'sum', 'destroyed.submunitions'],
    otherItems: ['year', 'sum', 'destroyed.otherUxo', 'destroyed.apMines', 'destroyed.avMines'],
    beneficiaries: ['year', 'sum', ...sadd('beneficiaries')],
    accidents: ['year', 'sum', 'accidents'],
    hazardousArea: ['latest', 'sum', 'inventory.closing'],
  },
  'victim-assistance': {
    accidents: ['year', 'sum', 'accidents'],
    casualties: ['year', 'sum', 'casualties.total'],
    killed: ['year', 'sum', 'casualties.killed'],
    'casualties-women': ['year', 'sum', 'killed.women', 'injured.women'],
    'casualties-men': ['year', 'sum', 'killed.men', 'injured.men'],
    'casualties-girls': ['year', 'sum', 'killed.girls', 'injured.girls'],
    'casualties-boys': ['year', 'sum', 'killed.boys', 'injured.boys'],
    newSurvivors: ['year', 'sum', 'newSurvivors'],
    assisted: ['year', 'sum', ...sadd('assisted')],
    services: [
      'year',
      'sum',
      'services.medical',
      'services.rehabilitation',
      'services.psychosocial',
      'services.education',
      'services.economic',
      'services.socialProtection',
    ],
    referralsCompleted: ['year', 'sum', 'referrals.completed'],
    sdg1831: ['latest', 'mean', 'sdg.incomeSecurity'],
    sdg1832: ['latest', 'mean', 'sdg.mainstreamed'],
  },
  'risk-education': {
    sessions: ['year', 'sum', 'sessions'],
    villages: ['year', 'sum', 'villages'],
    schools: ['year', 'sum', 'schools'],
    participants: ['year', 'sum', 'participantsTotal'],
    childParticipants: [
      'year',
      'sum',
      'participants.girls5',
      'participants.girls13',
      'participants.boys5',
      'participants.boys13',
    ],
    trained: ['year', 'sum', 'trained.teachers', 'trained.volunteers'],
    mediaReach: ['year', 'sum', 'mediaReach'],
    ordnanceReports: ['year', 'sum', 'ordnanceReports.received'],
    ordnanceAnswered: ['year', 'sum', 'ordnanceReports.answered'],
    sdg1812: ['latest', 'mean', 'sdg.informed'],
  },
  'information-management': {
    operatorsReporting: ['latest', 'sum', 'operators.reporting'],
    operatorsOnTime: ['latest', 'sum', 'operators.onTime'],
    recordsEntered: ['year', 'sum', 'records.entered'],
    recordsWaiting: ['latest', 'sum', 'records.closing'],
    backlog: ['latest', 'sum', 'records.backlog'],
    areaDifference: ['latest', 'sum', 'differences.area'],
    deviceDifference: ['latest', 'sum', 'differences.devices'],
    requestsAnswered: ['year', 'sum', 'requests.answered'],
    medianDays: ['latest', 'mean', 'requests.medianDays'],
    imTrained: ['year', 'sum', ...sadd('trained')],
    articleSeven: ['latest', 'mean', 'readiness.formF', 'readiness.formG', 'readiness.formH', 'readiness.formI'],
  },
  'coordination-policy-funding': {
    obligationsOnTrack: ['latest', 'count', 'obligation', 'on-track', 'done'],
    obligationsDelayed: ['latest', 'count', 'obligation', 'delayed'],
    policies: ['year', 'count', 'policy'],
    mousPending: ['latest', 'sum', 'pending'],
    gender: ['latest', 'count', 'gender'],
    research: ['latest', 'count', 'research'],
    fundingNeed: ['latest', 'sum', 'need:amount'],
    fundingPipeline: ['latest', 'sum', 'pipeline:amount'],
  },
}

const ROUNDS: readonly RoundId[] = Array.from({ length: 12 }, (_, index) => roundAfter('2024-Q1', index))

/** What a chair typed, as a number; hectares as m². */
const numberOf = (typed: string): number => Number(typed.replace(/[^\d.]/g, '')) * (typed.endsWith(' ha') ? 10_000 : 1)

const sent = sampleReports(ROUNDS)

/** One figure of one report, from what was typed. Undefined: no report, or nothing that could be stated. */
const stated = ([over, how, ...what]: Rule, round: RoundId, twg: string): number | undefined => {
  const typed = sent.get(`${round}/${twg}`)?.typed
  if (!typed) return undefined
  if (typed.length === 0) return over === 'year' ? 0 : undefined
  if (how === 'count') {
    const [kind, ...statuses] = what
    return typed.filter((row) => row.kind === kind && (statuses.length === 0 || statuses.includes(row.status ?? '')))
      .length
  }
  const cells = what.flatMap((field) => {
    const [kind, path] = field.includes(':') ? field.split(':') : [undefined, field]
    return typed
      .filter((row) => kind === undefined || row.kind === kind)
      .map((row) => row[path ?? ''])
      .filter((cell): cell is string => cell !== undefined && cell !== '')
      .map(numberOf)
  })
  if (cells.length === 0) return undefined
  const sum = cells.reduce((total, cell) => total + cell, 0)
  return how === 'mean' ? Math.round((sum / cells.length) * 10) / 10 : sum
}

const yearToDate = (rule: Rule, round: RoundId, twg: string): number | undefined => {
  const quarters = Array.from({ length: Number(round.at(-1)) }, (_, back) =>
    stated(rule, roundAfter(round, -back), twg),
  )
  if (rule[0] === 'latest') return quarters.find((value) => value !== undefined)
  const known = quarters.filter((value) => value !== undefined)
  return known.length === 0 ? undefined : known.reduce((total, value) => total + value, 0)
}

const briefOf = (round: RoundId, twg: (typeof laoUxo.twgs)[number]) =>
  compileTwgBrief({
    sector: laoUxo,
    round: roundOf(round, laoUxo),
    twg,
    form: formOf(twg.id)?.rows,
    chair: 'Chair',
    reports: Array.from({ length: 8 }, (_, back) => {
      const of = roundAfter(round, -back)
      return { round: of, report: sent.get(`${of}/${twg.id}`)?.report }
    }),
    meetings: [],
    actionPoints: [],
    released: undefined,
    cutOff: at(roundOf(round, laoUxo).closed),
  })

describe('every number of the briefs of 2024 to 2026 is what the chairs typed, computed anew', () => {
  it.each(laoUxo.twgs.map((twg) => [twg.name, twg] as const))('%s', (_, twg) => {
    const rules = RULES[twg.id] ?? {}
    expect(formOf(twg.id)?.rows?.indicators.map(({ id }) => id)).toEqual(Object.keys(rules))
    const [found, expected]: [string[], string[]] = [[], []]
    for (const round of ROUNDS)
      for (const line of briefOf(round, twg).indicators) {
        const rule = rules[line.id]
        if (!rule) throw new Error(`${line.id} has no rule`)
        const own: readonly (readonly [string, BriefFigure, number | undefined])[] = [
          ['quarter', line.quarter, stated(rule, round, twg.id)],
          ['previous', line.previous, stated(rule, roundAfter(round, -1), twg.id)],
          ['lastYear', line.lastYear, stated(rule, roundAfter(round, -4), twg.id)],
          ['yearToDate', line.yearToDate, yearToDate(rule, round, twg.id)],
        ]
        for (const [column, { value }, anew] of own) {
          found.push(`${round} ${line.id} ${column} ${value}`)
          expected.push(`${round} ${line.id} ${column} ${anew}`)
        }
      }
    expect(found.length).toBeGreaterThan(300)
    expect(found).toEqual(expected)
  })

  it('by province too', () => {
    for (const round of ROUNDS)
      for (const twg of laoUxo.twgs) {
        const { provinces, indicators } = briefOf(round, twg)
        for (const { province, cells } of provinces?.rows ?? []) {
          const code = laoUxo.provinces.find(({ name }) => name === province)?.code
          const typed = sent.get(`${round}/${twg.id}`)?.typed.filter((row) => row.province === code) ?? []
          cells.forEach((cell, index) => {
            const column = provinces?.columns[index] ?? ''
            const line = indicators.find(({ label, unit }) => column === (unit === '' ? label : `${label} (${unit})`))
            const [, , ...fields] = RULES[twg.id]?.[line?.id ?? ''] ?? ['year', 'sum']
            const anew = fields.flatMap((field) => typed.map((row) => numberOf(row[field] || '0')))
            expect([round, province, column, cell.value]).toEqual([
              round,
              province,
              column,
              anew.reduce((total, value) => total + value, 0),
            ])
          })
        }
      }
  })
})
