import type { Brief } from '#shared/domain/briefs/model.ts'
import { timelinessOf } from '#shared/domain/briefs/timeliness.ts'
import { type Meeting, meetingStart } from '#shared/domain/calendar/meeting.ts'
import { Reminder } from '#shared/domain/calendar/reminder.ts'
import { Round } from '#shared/domain/calendar/round.ts'
import { seatTurnOn } from '#shared/domain/calendar/seat.ts'
import { addDays, instantAt } from '#shared/domain/calendar-days.ts'
import type { PlainDate } from '#shared/domain/dates.ts'
import type { Mail } from '#shared/domain/mail.ts'
import { latestBriefs, readBriefPdf } from '#shared/records/briefs.ts'
import { meetingsBetween } from '#shared/records/calendar.ts'
import { lists } from '#shared/records/keys.ts'
import { collect, type RecordStore } from '#shared/records/record-store.ts'
import { readReport } from '#shared/records/reports.ts'
import { readSeatChanges } from '#shared/records/seat.ts'
import type { Deps } from '#shared/usecases/deps.ts'
import { readFunding } from '#shared/usecases/ledger/read-funding.ts'

export interface Played {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly mails: readonly Mail[]
  readonly emlFiles: number
  readonly deadLetters: number
}

const CENTS = 100
const thousandths = (value: number) => Math.round(value * 1000) / 1000

/** What a rehearsal came to, read from the table as it stands at its end. */
export const summaryOf = async (deps: Deps, played: Played) => ({
  rounds: await rounds(deps, played),
  meetings: await meetings(deps, played),
  mail: { sent: played.emlFiles, byKind: byKind(played.mails) },
  coChairs: await seatHolders(deps, played),
  funding: (await readFunding(deps)()).toReversed().map(({ year, paidUsd, donors, largestShare, hhi }) => ({
    year,
    totalUsd: paidUsd / CENTS,
    donors: donors.filter((line) => line.paidUsd > 0).length,
    largestShare: largestShare === undefined ? null : thousandths(largestShare),
    hhi: hhi === undefined ? null : thousandths(hhi),
  })),
  briefs: await briefs(deps),
  deadLetters: played.deadLetters,
})

/** Rounds that opened within the days played, with how each TWG stands on the evening of the last. */
const rounds = async ({ records, sector }: Deps, { from, to }: Played) => {
  const all = (await collect(records.query({ index: 'GSI1', partition: lists.rounds }))).map((item) =>
    Round.parse(item.data),
  )
  const evening = instantAt(to, '23:59', sector.timeZone)
  return Promise.all(
    all
      .filter(({ opens }) => from <= opens && opens <= to)
      .map(async (round) => ({
        round: round.id,
        reports: Object.fromEntries(
          await Promise.all(
            sector.twgs.map(async ({ id }) => {
              const report = (await readReport(records, round.id, id))?.value
              return [id, timelinessOf(report, round, evening, sector.timeZone)] as const
            }),
          ),
        ),
      })),
  )
}

/** Meetings within the days played that were confirmed, and how many of their reminders went out. */
const meetings = async ({ records, sector }: Deps, { from, to }: Played) => {
  const found: { group: string; start: string; remindersSent: number }[] = []
  const [start, end] = [from, addDays(to, 1)].map((day) => instantAt(day, '00:00', sector.timeZone))
  for (const meeting of await meetingsBetween(records, start ?? '', end ?? '')) {
    if (!CONFIRMED.has(meeting.status)) continue
    const reminders = await collect(
      records.query({ partition: `SUBJECT#meeting/${meeting.id}`, sort: { beginsWith: 'REMIND#meeting-' } }),
    )
    const sent = reminders
      .map((item) => Reminder.parse(item.data))
      .filter(({ status, rule }) => status === 'sent' && rule !== 'meeting-proposed')
    found.push({ group: meeting.group, start: meetingStart(meeting, sector.timeZone), remindersSent: sent.length })
  }
  return found
}

const CONFIRMED: ReadonlySet<Meeting['status']> = new Set(['scheduled', 'held'])

const byKind = (mails: readonly Mail[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { content } of mails) counts[content.kind] = (counts[content.kind] ?? 0) + 1
  return Object.fromEntries(Object.entries(counts).toSorted())
}

const yearsOf = ({ from, to }: Played): number[] => {
  const first = Number(from.slice(0, 4))
  return Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, n) => first + n)
}

/** Who holds the donor seat in each year, on its last day that was played. */
const seatHolders = async ({ records, sector }: Deps, played: Played) => {
  const changes = await readSeatChanges(records)
  return yearsOf(played).map((year) => {
    const lastDay = played.to < `${year}-12-31` ? played.to : `${year}-12-31`
    const donor = seatTurnOn(lastDay, sector, changes)?.donor
    return { year, donor: sector.donorSeat.donors.find(({ id }) => id === donor)?.name ?? '' }
  })
}

const briefs = async ({ records }: Deps) => {
  return Promise.all(
    (await releasedBriefs(records)).map(async ({ key, version, model }) => ({
      key,
      kind: model.kind,
      version,
      pdf: `briefs/${briefFile(key, version)}`,
      pages: (await readBriefPdf(records, key, version))?.pages ?? 0,
    })),
  )
}

const MOST_BRIEFS = 10_000

/** Oldest first. */
export const releasedBriefs = async (records: RecordStore): Promise<Brief[]> =>
  (await latestBriefs(records, MOST_BRIEFS)).toReversed()

export const briefFile = (key: string, version: number): string => `${key.replaceAll('/', '-')}-v${version}.pdf`
