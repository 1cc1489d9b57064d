import { isOverdue } from '#shared/domain/action-point.ts'
import { agendaItem } from '#shared/domain/calendar/agenda.ts'
import type { Meeting } from '#shared/domain/calendar/meeting.ts'
import { obligationsBetween } from '#shared/domain/calendar/obligation.ts'
import { Round, roundAfter } from '#shared/domain/calendar/round.ts'
import { donorName, seatTurnOn } from '#shared/domain/calendar/seat.ts'
import { addDays } from '#shared/domain/calendar-days.ts'
import { dayInWords } from '#shared/domain/day-in-words.ts'
import { proposedAgenda } from '#shared/domain/forms/agenda.ts'
import { formOf } from '#shared/domain/forms/index.ts'
import { decisionsOf } from '#shared/domain/forms/narrative.ts'
import { say } from '#shared/domain/words/say.ts'
import { openActionPoints } from '#shared/records/action-points.ts'
import { lists } from '#shared/records/keys.ts'
import { collect } from '#shared/records/record-store.ts'
import { readReport } from '#shared/records/reports.ts'
import { readSeatChanges } from '#shared/records/seat.ts'
import { withDaysInWords } from '#shared/render/days-in-words.ts'
import type { Deps } from '../deps.ts'

type Sectoral = Pick<Deps, 'records' | 'sector'>

/** The working group meets twice a year, a TWG every quarter: reports on as many quarters are looked at. */
const ROUNDS = { swg: 2, twg: 1 }
const EARLIER_ROUNDS = 4
const OBLIGATIONS_AHEAD_DAYS = 150
const HAND_OVER_AHEAD_DAYS = 90

/** What a meeting might take up: action points, decisions requested and what the latest reports call for, obligations, the hand-over of the seat. */
export const proposeAgenda =
  (deps: Sectoral) =>
  async (meeting: Meeting): Promise<string[]> => {
    const twgs = deps.sector.twgs.filter(({ id }) => meeting.group === 'swg' || meeting.group === id)
    const [points, reported, handOver] = await Promise.all([
      actionPointItems(deps, meeting),
      Promise.all(twgs.map((twg) => reportItems(deps, meeting, twg))),
      meeting.group === 'swg' ? handOverItems(deps, meeting) : [],
    ])
    return [...points, ...reported.flat(), ...obligationItems(deps, meeting), ...handOver].map((item) =>
      agendaItem(withDaysInWords(item)),
    )
  }

const actionPointItems = async ({ records }: Sectoral, { group, day }: Meeting): Promise<string[]> => {
  const open = await openActionPoints(records, group)
  const overdue = open.filter((point) => isOverdue(point, day)).length
  return open.length === 0
    ? []
    : [say`Action points: ${open.length} open, ${overdue} overdue on the day of the meeting`]
}

const reportItems = async (deps: Sectoral, meeting: Meeting, twg: { id: string; name: string }): Promise<string[]> => {
  const { records, sector } = deps
  const wanted = meeting.group === 'swg' ? ROUNDS.swg : ROUNDS.twg
  const rounds = (
    await collect(records.query({ index: 'GSI1', partition: lists.rounds, newestFirst: true, limit: wanted + 2 }))
  )
    .map((item) => Round.parse(item.data))
    .filter(({ quarterEnd, status }) => quarterEnd < meeting.day && status !== 'announced')
    .slice(0, wanted)
  const items = await Promise.all(
    rounds.map(async (round) => {
      const report = (await readReport(records, round.id, twg.id))?.value
      const form = formOf(twg.id)
      if (!report || !form) return []
      const earlier = await Promise.all(
        Array.from(
          { length: EARLIER_ROUNDS },
          async (_, back) => (await readReport(records, roundAfter(round.id, -back - 1), twg.id))?.value,
        ),
      )
      const { narrative } = report.content
      return [
        ...(narrative ? decisionsOf(narrative) : []).map(
          ({ text, from, by }) =>
            say`Decision requested: ${text}${from === '' ? '' : say` (from ${from})`}${by === '' ? '' : say`, by ${by}`}`,
        ),
        ...proposedAgenda(form, report, { round, sector, earlier }).map(({ text, row }) =>
          row === '' ? text : `${text} (${row})`,
        ),
      ].map((item) => (meeting.group === 'swg' ? `${twg.name}: ${item}` : item))
    }),
  )
  return [...new Set(items.flat())]
}

const obligationItems = ({ sector }: Sectoral, { group, day }: Meeting): string[] =>
  group === 'swg' || group === sector.coordinatingTwg
    ? obligationsBetween(day, addDays(day, OBLIGATIONS_AHEAD_DAYS), sector).map(
        ({ name, due }) => say`${name}, due ${dayInWords(due)}`,
      )
    : []

const handOverItems = async ({ records, sector }: Sectoral, { day }: Meeting): Promise<string[]> => {
  const changes = await readSeatChanges(records)
  const [now, then] = [
    seatTurnOn(day, sector, changes),
    seatTurnOn(addDays(day, HAND_OVER_AHEAD_DAYS), sector, changes),
  ]
  if (!now || !then || now.donor === then.donor) return []
  const [outgoing, incoming] = [donorName(now.donor, sector), donorName(then.donor, sector)]
  return [say`Hand-over of the donor seat on ${dayInWords(then.from)}: ${outgoing}, then ${incoming}`]
}
