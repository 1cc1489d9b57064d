import { Round } from '#shared/domain/calendar/round.ts'
import { addDays } from '#shared/domain/calendar-days.ts'
import { dayAt, type Instant, type PlainDate } from '#shared/domain/dates.ts'
import { formOf } from '#shared/domain/forms/index.ts'
import { writeTable } from '#shared/domain/forms/table.ts'
import { lists } from '#shared/records/keys.ts'
import { collect } from '#shared/records/record-store.ts'
import type { Deps } from '#shared/usecases/deps.ts'
import { listMeetings } from '#shared/usecases/meetings/list-meetings.ts'
import type { LocalSystem } from '../local/system.ts'
import { habitOf, reportingDay } from './chairs.ts'
import { headerOf, narrativeOf, sampleFigures } from './figures.ts'
import { hiddenFields, mistakesOn, signInCodes, textAreas, Visitor } from './visitor.ts'

/** The secretariat looks at a proposal and confirms it this many days later. */
const DAYS_TO_CONFIRM = 2
/** Rounds looked at each day; only the newest can be open. */
const ROUNDS = 4

/** The sample's people at their desks: chairs who report through the form, a secretariat that confirms meetings. */
export const samplePeopleAtWork = (
  system: LocalSystem,
  deps: Deps,
  secretariat: string,
  say: (line: string) => void,
) => {
  const codeFor = signInCodes(system)
  const rowsOf = sampleFigures()
  const proposedSince = new Map<string, PlainDate>()
  const reported = new Set<string>()
  const visitor = async (address: string): Promise<Visitor> => {
    const person = new Visitor(system.webUrl, address, codeFor)
    await person.signIn()
    return person
  }

  const confirmMeetings = async (today: PlainDate, now: Instant): Promise<void> => {
    const proposed = (await listMeetings(deps)(now)).filter(({ status }) => status === 'proposed')
    for (const { id } of proposed) if (!proposedSince.has(id)) proposedSince.set(id, today)
    const ripe = proposed.filter(({ id }) => addDays(proposedSince.get(id) ?? today, DAYS_TO_CONFIRM) <= today)
    if (ripe.length === 0) return
    const desk = await visitor(secretariat)
    for (const { id, day, time, title } of ripe) {
      const seen = hiddenFields(await desk.page(`/meetings/${id}`))
      const place = 'National Regulatory Authority, Vientiane'
      await desk.post(`/meetings/${id}`, { ...seen, day, time, place, link: '' })
      say(`${today}  secretariat confirms ${title}, ${day}`)
    }
  }

  const submitReports = async (today: PlainDate): Promise<void> => {
    const newest = await collect(
      deps.records.query({ index: 'GSI1', partition: lists.rounds, newestFirst: true, limit: ROUNDS }),
    )
    for (const round of newest.map((item) => Round.parse(item.data)).filter(({ status }) => status === 'open')) {
      for (const twg of deps.sector.twgs) {
        const subject = `${round.id}/${twg.id}`
        const day = reportingDay(twg.id, twg.number, round)
        if (day === undefined || day > today || reported.has(subject)) continue
        reported.add(subject)
        await report(await visitor(`chair@${twg.id}.example`), round, twg)
        say(`${today}  ${twg.name} submits its report for ${round.id} (${habitOf(twg.id, round.id)})`)
      }
    }
  }

  /** Pastes the whole table and says yes to what it changes; a form of one row has no table. */
  const fillRows = async (chair: Visitor, path: string, twg: string, round: string): Promise<void> => {
    const form = formOf(twg)?.rows
    const [first = {}, ...more] = rowsOf(twg, round)
    if (!form || form.most === 1) {
      await chair.post(`${path}/rows/new`, { ...hiddenFields(await chair.page(`${path}/rows/new`)), ...first })
      return
    }
    const preview = await chair.post(`${path}/table`, { table: writeTable(form, [first, ...more], deps.sector) })
    await chair.post(`${path}/table`, hiddenFields(preview))
  }

  const report = async (chair: Visitor, round: Round, twg: { id: string; name: string }): Promise<void> => {
    const path = `/reports/${round.id}/${twg.id}`
    const fill = async (part: string, fields: Record<string, string>) => {
      await chair.post(`${path}/${part}`, { ...hiddenFields(await chair.page(`${path}/${part}`)), ...fields })
    }
    await fill('header', headerOf(`Chair, ${twg.name}`, round))
    if (habitOf(twg.id, round.id) === 'nil') {
      await fill('nil', { nil: 'yes', reason: 'No meeting was held and no decision was taken in the quarter.' })
    } else {
      await fill('narrative', narrativeOf(twg.name, round.id))
      await fillRows(chair, path, twg.id, round.id)
    }
    const check = await chair.page(`${path}/check`)
    const comments = Object.fromEntries(
      textAreas(check).map((name) => [name, 'Confirmed with the operator: the season explains it.']),
    )
    const lateReason = 'The returns of two operators came in late.'
    const receipt = await chair.post(`${path}/submit`, {
      ...hiddenFields(check),
      ...comments,
      lateReason,
    })
    if (!receipt.includes(`${round.id}/${twg.id}/v1`))
      throw new Error(`No receipt for ${round.id}/${twg.id}: ${mistakesOn(receipt)}`)
  }

  return async (now: Instant): Promise<void> => {
    const today = dayAt(now, deps.sector.timeZone)
    await confirmMeetings(today, now)
    await submitReports(today)
    await system.settle()
  }
}
