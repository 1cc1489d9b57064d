import { seatTurns } from '#shared/domain/calendar/seat.ts'
import { sectorYear } from '#shared/domain/calendar/year.ts'
import { isSecretariat } from '#shared/domain/contact.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import type { MeetingSheet, SeatSheet, Services } from '#shared/web/services.ts'
import type { FakeState } from './fake-services.ts'

type CalendarServices = Pick<
  Services,
  | 'readMeeting'
  | 'recordMinutes'
  | 'readSeat'
  | 'changeSeat'
  | 'readPlanAhead'
  | 'readSectorYear'
  | 'readPublicFeed'
  | 'readPersonalFeed'
  | 'readFeedSince'
  | 'makeFeed'
  | 'revokeFeed'
>

export const minutes: NonNullable<MeetingSheet['minutes']> = {
  meeting: '2026-Q1-risk-education',
  version: 1,
  summary: 'ກອງປະຊຸມ\nThe teams <agreed>.',
  decisions: ['Use one list'],
  actionPoints: [{ id: 'a1b2c3', text: 'Print 500 posters', owner: 'HI', due: '2026-05-29' }],
  recordedAt: '2026-04-10T03:42:00.000Z',
  recordedBy: 'Noy Sisouk',
}

const seat: SeatSheet = {
  turns: seatTurns('2034-01-01', laoUxo, [
    {
      kind: 'swap',
      from: '2027-01-01',
      with: '2028-01-01',
      donor: 'japan',
      reason: 'An election year',
      by: 'Noy Sisouk',
      at: '2026-04-10T03:42:00.000Z',
    },
  ]),
  changes: [],
  version: 0,
}

/** The calendar as the pages see it, in memory. */
export const fakeCalendar = (state: FakeState, called: (name: string, command: unknown) => void): CalendarServices => ({
  readMeeting: async (id, actor) => {
    const meeting = state.meetings.find((candidate) => candidate.id === id)
    if (!meeting) throw new UserError('not-found', say`There is no such meeting`)
    const mayChange = isSecretariat(actor.roles, '2026-04-10')
    return {
      meeting,
      participants: ['Khamla Phommachanh', 'ນ້ອຍ'],
      proposedAgenda: ['Decision requested: one list (from NRA)'],
      minutes: state.minutes,
      mayChange: mayChange && !state.minutes,
      mayRecord: mayChange,
    }
  },
  recordMinutes: async (command) => {
    called('recordMinutes', command)
    return minutes
  },
  readPlanAhead: async () => [
    {
      at: '2026-04-17T01:00:00.000Z',
      rule: 'report-due',
      what: 'Risk Education: the report for 2026-Q1 is due today',
      to: ['Souksavanh <Inthavong>'],
      onceConfirmed: false,
    },
    { at: '2026-04-29T01:00:00.000Z', rule: 'meeting-7', what: 'A meeting', to: [], onceConfirmed: true },
    { at: '2026-04-28T01:00:00.000Z', rule: 'briefs', what: '2026-Q1', to: ['ນ້ອຍ'], onceConfirmed: false },
    { at: '2026-04-30T01:00:00.000Z', rule: 'meeting-brief', what: 'A meeting', to: ['ນ້ອຍ'], onceConfirmed: false },
  ],
  readSectorYear: async (year) => {
    if (!(year > 1990 && year < 2400)) throw new UserError('not-found', say`There is no calendar of this year`)
    return { ...sectorYear(year, laoUxo), recorded: state.meetings.map(({ id }) => id), reported: [] }
  },
  readPublicFeed: async () => ({ name: laoUxo.name, days: [], meetings: state.meetings }),
  readPersonalFeed: async (token) => {
    if (token !== 'good-token') throw new UserError('not-found', say`There is no such calendar`)
    return { name: laoUxo.name, days: [], meetings: state.meetings }
  },
  readFeedSince: async () => state.feedSince,
  makeFeed: async ({ contact }) => {
    called('makeFeed', contact.id)
    return 'good-token'
  },
  revokeFeed: async ({ contact }) => called('revokeFeed', contact.id),
  readSeat: async () => seat,
  changeSeat: async (command) => {
    called('changeSeat', command)
    return seat
  },
})
