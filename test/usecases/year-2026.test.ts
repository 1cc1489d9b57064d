import { expect, it } from 'vitest'
import { addDays } from '#shared/domain/calendar-days.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { timelineOf, workOn } from '../fixtures/people-at-work.ts'
import { at, worldOn } from '../fixtures/world.ts'

/** Short names of the TWGs in the timeline below. */
const TWGS: Readonly<Record<string, string>> = {
  SC: 'survey-clearance',
  VA: 'victim-assistance',
  RE: 'risk-education',
  IM: 'information-management',
  CP: 'coordination-policy-funding',
}
const ALL = ['SC', 'VA', 'RE', 'IM', 'CP']
const SECRETARIAT = ['secretariat@uxo-swg.example']
const chair = (twg: string) => [`chair@${TWGS[twg]}.example`]
const alternate = (twg: string) => [`alternate@${TWGS[twg]}.example`]
const members = (twg: string) =>
  ['chair', 'alternate', 'member1', 'member2'].map((who) => `${who}@${TWGS[twg]}.example`)
/** Co-chairs, TWG chairs and donors; Ireland is both a donor and a co-chair. */
const WORKING_GROUP = [
  'co-chair@mofa.example',
  'co-chair@undp.example',
  ...ALL.flatMap(chair),
  ...laoUxo.donorSeat.donors.map(({ id }) => `embassy@${id}.example`),
]

const line = (days: string, time: string, to: readonly string[], what: string): string[] =>
  days.split(' ').flatMap((day) => to.map((address) => `2026-${day} ${time} ${address} ${what}`))

/**
 * A round by hand. Survey and Clearance reports before the first reminder, Victim Assistance after it, Coordination after two, Risk
 * Education two days late, Information Management never.
 */
const round = (id: string, opens: string, [d7, d2, due, late1, late3, e5, e7]: string[]): string[] => {
  const report = (twg: string) => `report/${id}/${TWGS[twg]}`
  const reminded = (twg: string, rule: string, day: string | undefined) =>
    line(day ?? '', '08:00', chair(twg), `${rule} ${report(twg)}`)
  return [
    ...ALL.flatMap((twg) => line(opens, '08:00', [...chair(twg), ...alternate(twg)], `report-opens ${report(twg)}`)),
    ...['VA', 'RE', 'IM', 'CP'].flatMap((twg) => reminded(twg, 'report-due-7', d7)),
    ...['RE', 'IM', 'CP'].flatMap((twg) => reminded(twg, 'report-due-2', d2)),
    ...['RE', 'IM'].flatMap((twg) => reminded(twg, 'report-due', due)),
    ...['RE', 'IM'].flatMap((twg) => reminded(twg, 'report-late-1', late1)),
    ...reminded('IM', 'report-late-3', late3),
    ...line(e5 ?? '', '08:00', alternate('IM'), `report-escalation-5 ${report('IM')}`),
    ...line(e7 ?? '', '08:00', SECRETARIAT, `report-escalation-7 ${report('IM')}`),
  ]
}

/** The meeting of a TWG by hand: proposed with the round, confirmed two days later, minutes on the day after (Risk Education: none). */
const twgMeeting = (
  quarter: string,
  twg: string,
  proposed: string,
  confirmed: string,
  before: string,
  after: string,
) => {
  const id = `${quarter}-${TWGS[twg]}`
  const [d7 = '', d1 = ''] = before.split(' ')
  return [
    ...line(proposed, '08:00', SECRETARIAT, `meeting-proposed meeting/${id}`),
    ...line(confirmed, '10:00', members(twg), `REQUEST ${id}`),
    ...line(d7, '08:00', members(twg), `meeting-7 meeting/${id}`),
    ...line(d1, '08:00', members(twg), `meeting-1 meeting/${id}`),
    ...(twg === 'RE'
      ? after
          .split(' ')
          .flatMap((day, index) => line(day, '08:00', SECRETARIAT, `minutes-${[3, 7][index]} minutes/${id}`))
      : line(after, '10:00', members(twg), `minutes ${id}`)),
  ]
}

const swgMeeting = (id: string, proposed: string, confirmed: string, before: string[], after: string) => [
  ...line(proposed, '08:00', SECRETARIAT, `meeting-proposed meeting/${id}`),
  ...line(confirmed, '10:00', WORKING_GROUP, `REQUEST ${id}`),
  ...before.flatMap((day, index) =>
    line(day, '08:00', WORKING_GROUP, `meeting-${[30, 14, 7, 1][index]} meeting/${id}`),
  ),
  ...line(after, '10:00', WORKING_GROUP, `minutes ${id}`),
]

const OBLIGED = [...SECRETARIAT, ...chair('CP')]
const obligation = (id: string, due: string, d60: string, d30: string, d7: string) => [
  ...line(d60, '08:00', OBLIGED, `obligation-60 obligation/${id}/2026-${due}`),
  ...line(d30, '08:00', OBLIGED, `obligation-30 obligation/${id}/2026-${due}`),
  ...line(d7, '08:00', OBLIGED, `obligation-7 obligation/${id}/2026-${due}`),
]

/** Worked out on paper from the rules and the calendar of 2026; no date here is computed. */
const BY_HAND = [
  // opens 2 January (New Year is a holiday), due Thursday 15 January
  ...round('2025-Q4', '01-02', ['01-08', '01-13', '01-15', '01-16', '01-18', '01-20', '01-22']),
  // due 15 April is Lao New Year: Friday 17 April
  ...round('2026-Q1', '04-01', ['04-10', '04-15', '04-17', '04-18', '04-20', '04-22', '04-24']),
  ...round('2026-Q2', '07-01', ['07-08', '07-13', '07-15', '07-16', '07-18', '07-20', '07-22']),
  ...round('2026-Q3', '10-01', ['10-08', '10-13', '10-15', '10-16', '10-18', '10-20', '10-22']),

  // 25 January is a Sunday: 26 January
  ...twgMeeting('2025-Q4', 'SC', '01-02', '01-04', '01-19 01-25', '01-27'),
  ...twgMeeting('2025-Q4', 'VA', '01-02', '01-04', '01-22 01-28', '01-30'),
  ...twgMeeting('2025-Q4', 'RE', '01-02', '01-04', '01-26 02-01', '02-05 02-09'),
  ...twgMeeting('2025-Q4', 'IM', '01-02', '01-04', '01-30 02-05', '02-07'),
  ...twgMeeting('2025-Q4', 'CP', '01-02', '01-04', '02-03 02-09', '02-11'),
  // 25 April is a Saturday: 27 April; 3 May a Sunday: 4 May
  ...twgMeeting('2026-Q1', 'SC', '04-01', '04-03', '04-20 04-26', '04-28'),
  ...twgMeeting('2026-Q1', 'VA', '04-01', '04-03', '04-22 04-28', '04-30'),
  ...twgMeeting('2026-Q1', 'RE', '04-01', '04-03', '04-27 05-03', '05-07 05-11'),
  ...twgMeeting('2026-Q1', 'IM', '04-01', '04-03', '04-30 05-06', '05-08'),
  ...twgMeeting('2026-Q1', 'CP', '04-01', '04-03', '05-04 05-10', '05-12'),
  // 25 July is a Saturday: 27 July; 2 August a Sunday: 3 August
  ...twgMeeting('2026-Q2', 'SC', '07-01', '07-03', '07-20 07-26', '07-28'),
  ...twgMeeting('2026-Q2', 'VA', '07-01', '07-03', '07-22 07-28', '07-30'),
  ...twgMeeting('2026-Q2', 'RE', '07-01', '07-03', '07-27 08-02', '08-06 08-10'),
  ...twgMeeting('2026-Q2', 'IM', '07-01', '07-03', '07-30 08-05', '08-07'),
  ...twgMeeting('2026-Q2', 'CP', '07-01', '07-03', '08-03 08-09', '08-11'),
  // 25 October is a Sunday: 26 October
  ...twgMeeting('2026-Q3', 'SC', '10-01', '10-03', '10-19 10-25', '10-27'),
  ...twgMeeting('2026-Q3', 'VA', '10-01', '10-03', '10-22 10-28', '10-30'),
  ...twgMeeting('2026-Q3', 'RE', '10-01', '10-03', '10-26 11-01', '11-05 11-09'),
  ...twgMeeting('2026-Q3', 'IM', '10-01', '10-03', '10-30 11-05', '11-07'),
  ...twgMeeting('2026-Q3', 'CP', '10-01', '10-03', '11-03 11-09', '11-11'),

  // 8 June, and 3 December because 2 December is the national day; each proposed 90 days before
  ...swgMeeting('swg-2026-1', '03-10', '03-12', ['05-09', '05-25', '06-01', '06-07'], '06-09'),
  ...swgMeeting('swg-2026-2', '09-04', '09-06', ['11-03', '11-19', '11-26', '12-02'], '12-04'),

  ...obligation('ccw-ap2', '03-31', '01-30', '03-01', '03-24'),
  ...obligation('ccw-p5', '03-31', '01-30', '03-01', '03-24'),
  ...obligation('ccm-7', '04-30', '03-01', '03-31', '04-23'),

  // agreed on 8 June, due 15 July, done on 5 August at ten
  ...line('07-08', '08:00', ['member1@survey-clearance.example'], 'action-7 action'),
  ...line('07-15', '08:00', ['member1@survey-clearance.example'], 'action-due action'),
  ...line('07-22 07-29 08-05', '08:00', ['member1@survey-clearance.example'], 'action-weekly action'),

  // Ireland hands over to Japan
  ...line('12-18', '08:00', ['embassy@ireland.example', 'embassy@japan.example'], 'hand-over'),
]

describeInMemory('the year 2026', (fresh) => {
  it('matches the timeline worked out by hand: each mail with its rule, recipient and local time', {
    timeout: 240_000,
  }, async () => {
    const world = await worldOn(await fresh())
    for (let day = '2026-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
      for (const time of ['00:00', '08:00']) await world.sweepAt(at(day, time))
      await workOn(world, day)
    }
    expect(await timelineOf(world)).toEqual(BY_HAND.toSorted())
    const digests = (await world.mails('reminders')).map(
      ({ contact, requestedAt }) => `${contact} ${requestedAt.slice(0, 10)}`,
    )
    expect(new Set(digests).size).toBe(digests.length)
  })
})
