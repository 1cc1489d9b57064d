import { obligationReminders } from '#shared/domain/calendar/reminder.ts'
import { Round } from '#shared/domain/calendar/round.ts'
import { formOf } from '#shared/domain/forms/index.ts'
import { type ReportedDate, reportedDates } from '#shared/domain/forms/reported-dates.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import { reminderWrite } from '#shared/records/calendar.ts'
import { lists } from '#shared/records/keys.ts'
import { collect, transactOnce } from '#shared/records/record-store.ts'
import { readReport } from '#shared/records/reports.ts'
import type { Deps } from '../deps.ts'

type Sectoral = Pick<Deps, 'records' | 'sector'>

/** Rounds looked back for a TWG's latest report: two years. */
const ROUNDS_READ = 10

/** The dates that the latest report of a TWG names. */
export const datesOfLatestReport = async ({ records, sector }: Sectoral, twg: string): Promise<ReportedDate[]> => {
  const form = formOf(twg)
  const rounds = await collect(
    records.query({ index: 'GSI1', partition: lists.rounds, newestFirst: true, limit: ROUNDS_READ }),
  )
  for (const item of rounds) {
    const report = (await readReport(records, Round.parse(item.data).id, twg))?.value
    if (form && report) return reportedDates(form, report, sector)
  }
  return []
}

/** After a report was submitted or amended: reminders of the items that it puts into the calendar, each date once. */
export const followReport =
  ({ records, sector }: Sectoral) =>
  async (event: Envelope): Promise<void> => {
    const [round, twg] = [String(event.data.round), String(event.data.twg)]
    const form = formOf(twg)
    const report = (await readReport(records, round, twg))?.value
    if (!form || !report) return
    for (const { id, kind, due } of reportedDates(form, report, sector)) {
      if (kind !== 'item') continue
      const reminders = obligationReminders(`reported/${twg}/${id}/${due}`, due, event.time, sector)
      if (reminders.length > 0)
        await transactOnce(
          records,
          reminders.map((reminder) => reminderWrite(reminder, undefined)),
        )
    }
  }
