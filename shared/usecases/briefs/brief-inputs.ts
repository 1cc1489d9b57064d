import type { ActionPoint } from '#shared/domain/action-point.ts'
import { dayAskedFor, isForNewDay } from '#shared/domain/briefs/asked-for.ts'
import type { SwgBriefInputs } from '#shared/domain/briefs/compile-swg-brief.ts'
import type { TwgBriefInputs } from '#shared/domain/briefs/compile-twg-brief.ts'
import type { RoundReport } from '#shared/domain/briefs/figures.ts'
import type { Brief, BriefModel, SwgBrief } from '#shared/domain/briefs/model.ts'
import { type Meeting, meetingStart } from '#shared/domain/calendar/meeting.ts'
import { Round, type RoundId, roundAfter, roundFor, roundOfDay } from '#shared/domain/calendar/round.ts'
import { addDays, instantAt } from '#shared/domain/calendar-days.ts'
import { dayAt, type Instant, type PlainDate } from '#shared/domain/dates.ts'
import { rowFormOf } from '#shared/domain/forms/index.ts'
import { LedgerExtract } from '#shared/domain/ledger/analysis/extract.ts'
import { fundingYear } from '#shared/domain/ledger/analysis/funding.ts'
import { GapTally } from '#shared/domain/ledger/analysis/gap.ts'
import { ledgerNotes } from '#shared/domain/ledger/analysis/notes.ts'
import { isKnownAt, type LedgerMoment, type Movement } from '#shared/domain/ledger/movement.ts'
import { isWithdrawn, referenceOf, type TwgReport, type Verdict } from '#shared/domain/report.ts'
import { closedActionPoints, openActionPoints } from '#shared/records/action-points.ts'
import { readBriefDraft, readBriefVersion } from '#shared/records/briefs.ts'
import { meetingsBetween, readMeeting, readRound } from '#shared/records/calendar.ts'
import { readContact } from '#shared/records/contacts.ts'
import { lists } from '#shared/records/keys.ts'
import { collect, type RecordStore } from '#shared/records/record-store.ts'
import { readReport, readReportVersion } from '#shared/records/reports.ts'
import { readSeatChanges } from '#shared/records/seat.ts'
import { withRole } from '../calendar/reminder-subjects.ts'
import type { Deps } from '../deps.ts'
import { analyseLedger } from '../ledger/analyse-ledger.ts'
import { readFundingNeed } from '../ledger/read-funding-need.ts'
import { coChairsOn } from '../meetings/participants.ts'
import { proposeAgenda } from '../meetings/propose-agenda.ts'

/** Two years of quarters: the same quarter last year and the year to date lie within. */
const ROUNDS_READ = 8
const MEETINGS_AHEAD_DAYS = 120
/** Years of funding in a brief, those without movements left out. */
const FUNDING_YEARS = 3
/** Movements of one year in the annex: a page of them. */
const ANNEXED_MOVEMENTS = 50

/** @returns undefined when there is no such round or TWG */
export const twgBriefInputs = async (
  deps: Deps,
  roundId: RoundId,
  twgId: string,
  cutOff: Instant,
  released: TwgBriefInputs['released'],
): Promise<TwgBriefInputs | undefined> => {
  const { records, sector } = deps
  const twg = sector.twgs.find(({ id }) => id === twgId)
  const round = (await readRound(records, roundId))?.value
  if (!round || !twg) return undefined
  const [reports, meetings, chair, actionPoints] = await Promise.all([
    reportsUpTo(deps, roundId, twgId, released?.model),
    meetingsAhead(deps, [twgId, 'swg'], cutOff),
    chairName(deps, twgId, cutOff),
    openActionPoints(records, twgId),
  ])
  return {
    sector,
    round: roundFor(round, twgId, sector),
    twg,
    form: rowFormOf(twgId),
    chair,
    reports,
    meetings,
    actionPoints,
    released,
    cutOff,
  }
}

/** What there is already of a brief that is compiled once more. */
export interface EarlierSwgBrief {
  readonly released: SwgBriefInputs['released']
  readonly draft: SwgBrief | undefined
  /** By the calendar, after it was released. */
  readonly askedAgain: boolean
}

/** @returns undefined when there is no such meeting, or it was cancelled */
export const swgBriefInputs = async (
  deps: Deps,
  meetingId: string,
  cutOff: Instant,
  { released, draft, askedAgain }: EarlierSwgBrief,
): Promise<SwgBriefInputs | undefined> => {
  const { records, sector } = deps
  const meeting = (await readMeeting(records, meetingId))?.value
  if (!meeting || meeting.status === 'cancelled') return undefined
  const before = await meetingBefore(deps, meeting)
  const since = before?.day ?? ''
  const corrected = released && !isForNewDay(meeting.day, released.model, { askedAgain, draft }) ? released : undefined
  // A correction is of the rounds that were in the brief, though others may have closed meanwhile.
  const closed = await closedRounds(deps, cutOff)
  const told = corrected ? '' : await toldUntil(deps, before)
  const rounds = closed.filter((round) => (corrected ? corrected.model.rounds.includes(round.id) : round.closed > told))
  const newest = rounds.at(-1)
  // Likewise of the ledger as it stood: what was recorded since is news for the next brief.
  const ledgerAsOf = corrected?.model.inputs.ledgerAsOf ?? cutOff
  const [actionPoints, agenda, twgBriefs, seatChanges, coChairs, reports, ledger] = await Promise.all([
    actionPointsSince(deps, since),
    meeting.agenda?.length ? meeting.agenda : proposeAgenda(deps)(meeting),
    briefsOf(deps, rounds),
    readSeatChanges(deps.records),
    coChairNames(deps, meeting.day),
    Promise.all(
      sector.twgs.map(
        async ({ id }) => [id, newest ? await reportsUpTo(deps, newest.id, id, released?.model) : []] as const,
      ),
    ),
    fundingYears(
      deps,
      since === '' ? '' : instantAt(since, '00:00', sector.timeZone),
      corrected ? lastStatedRound(corrected.model) : roundOfDay(dayAt(cutOff, sector.timeZone)),
      { asOf: ledgerAsOf, correctedUntil: cutOff },
    ),
  ])
  return {
    sector,
    meeting,
    seatChanges,
    coChairs,
    rounds,
    reports: new Map(reports),
    ...ledger,
    actionPoints,
    agenda,
    twgBriefs,
    released,
    ledgerAsOf,
    askedForDay: corrected ? dayAskedFor(corrected.model) : meeting.day,
    cutOff,
  }
}

/** The newest round that a released brief speaks of: its correction takes in nothing of later ones. */
const lastStatedRound = ({ rounds, gaps }: SwgBrief): RoundId =>
  [...rounds, ...gaps.map(({ report }) => report.split('/')[0] ?? '')].toSorted().at(-1) ?? ''

/** Closed points read at most: many years of them. */
const CLOSED_READ = 200

/** The working group's points that are open, or were closed since a day. */
const actionPointsSince = async ({ records, sector }: Deps, since: PlainDate): Promise<ActionPoint[]> => {
  const [open, closed] = await Promise.all([
    openActionPoints(records, 'swg'),
    closedActionPoints(records, 'swg', CLOSED_READ),
  ])
  return [...open, ...closed.filter(({ history }) => dayAt(history.at(-1)?.at ?? '', sector.timeZone) >= since)]
}

/** The TWG briefs of some rounds, each as it was released last, or as a draft where it never was. */
const briefsOf = async ({ records, sector }: Deps, rounds: readonly Round[]): Promise<Brief[]> => {
  const found = await Promise.all(
    rounds.flatMap(({ id }) =>
      sector.twgs.map(async (twg) => {
        const stands = (await readBriefDraft(records, `${id}/${twg.id}`))?.value
        return stands && stands.version > 0 ? readBriefVersion(records, stands.key, stands.version) : stands
      }),
    ),
  )
  return found.filter((brief) => brief !== undefined)
}

/** @param released the brief that these reports may correct */
const reportsUpTo = (
  { records }: Deps,
  newest: RoundId,
  twg: string,
  released: BriefModel | undefined,
): Promise<RoundReport[]> =>
  Promise.all(
    Array.from({ length: ROUNDS_READ }, async (_, back): Promise<RoundReport> => {
      const round = roundAfter(newest, -back)
      const report = (await readReport(records, round, twg))?.value
      const returned =
        report && released && !released.inputs.reports.includes(referenceOf(report))
          ? await returnOfVersion(records, report, report.version - 1)
          : undefined
      return { round, report, ...(returned ? { returned } : {}) }
    }),
  )

/** What a version was returned with, unless it was withdrawn. */
const returnOfVersion = async (
  records: RecordStore,
  { round, twg }: TwgReport,
  version: number,
): Promise<Verdict | undefined> => {
  const report = version > 0 ? await readReportVersion(records, round, twg, version) : undefined
  return report?.status === 'returned' && !isWithdrawn(report) ? report.verdict : undefined
}

const meetingsAhead = async (
  { records, sector }: Deps,
  groups: readonly string[],
  now: Instant,
): Promise<Meeting[]> => {
  const until = instantAt(addDays(dayAt(now, sector.timeZone), MEETINGS_AHEAD_DAYS), '00:00', sector.timeZone)
  const ahead = await meetingsBetween(records, now, until)
  return ahead.filter(({ group, status }) => groups.includes(group) && status !== 'cancelled')
}

const chairName = async (deps: Deps, twg: string, now: Instant): Promise<string> => {
  const [chair] = await withRole(deps, twg, ['chair'], dayAt(now, deps.sector.timeZone))
  return (chair && (await readContact(deps.records, chair))?.contact.value.name) ?? ''
}

const coChairNames = async (deps: Deps, day: string) =>
  Promise.all(
    (await coChairsOn(deps)(day)).map(async ({ seat, contact }) => ({
      seat,
      name: (await readContact(deps.records, contact))?.contact.value.name ?? '',
    })),
  )

/** The working group's meeting before that took place or is confirmed. */
const meetingBefore = async ({ records, sector }: Deps, meeting: Meeting): Promise<Meeting | undefined> => {
  const earlier = await meetingsBetween(records, '', meetingStart(meeting, sector.timeZone))
  return earlier.findLast(
    ({ group, status, id }) => group === 'swg' && (status === 'held' || status === 'scheduled') && id !== meeting.id,
  )
}

/** Rounds that closed up to that day stand in the brief of a meeting, or would if it had one; empty where there was no meeting. */
const toldUntil = async ({ records, sector }: Deps, meeting: Meeting | undefined): Promise<PlainDate> => {
  const inputs = meeting && (await readBriefDraft(records, meeting.id))?.value.model.inputs
  return inputs ? dayAt(inputs.ledgerAsOf ?? inputs.cutOff, sector.timeZone) : (meeting?.day ?? '')
}

/** Rounds that closed up to now, oldest first. */
const closedRounds = async ({ records, sector }: Deps, cutOff: Instant): Promise<Round[]> => {
  const today = dayAt(cutOff, sector.timeZone)
  const rounds = (await collect(records.query({ index: 'GSI1', partition: lists.rounds }))).map((item) =>
    Round.parse(item.data),
  )
  return rounds.filter(({ closed }) => closed <= today)
}

/**
 * The ledger as it stood at a moment. What was corrected, withdrawn or recorded again since `since` is named with its reason.
 * @param newest the last round whose report may state the need
 */
const fundingYears = async (
  deps: Deps,
  since: Instant,
  newest: RoundId,
  moment: LedgerMoment,
): Promise<Pick<SwgBriefInputs, 'funding' | 'gaps' | 'movements' | 'ledger' | 'ledgerNotes'>> => {
  const corrections: Movement[] = []
  const need = await readFundingNeed(deps, newest)
  const gap = need && new GapTally(need)
  const extract = new LedgerExtract(ANNEXED_MOVEMENTS)
  let movements = 0
  const years = (
    await analyseLedger(deps)({
      only: (movement) => isKnownAt(movement, moment),
      watch: (movement) => {
        movements++
        gap?.add(movement)
        extract.add(movement)
        const { type, restores, recordedAt } = movement
        if ((type === 'correction' || restores) && recordedAt >= since) corrections.push(movement)
      },
    })
  ).slice(0, FUNDING_YEARS)
  return {
    funding: years.flatMap(({ sources, changes }) =>
      sources.map((told) => fundingYear(told, changes.get(told.source))),
    ),
    gaps: gap?.result() ?? [],
    movements,
    ledger: extract.result(years.map(({ year }) => year)),
    ledgerNotes: ledgerNotes(
      years.flatMap(({ reconciliations }) => reconciliations),
      corrections,
      years.length < FUNDING_YEARS ? 0 : (years.at(-1)?.year ?? 0),
      await namesOf(deps, corrections),
    ),
  }
}

/** Of the people who recorded movements; another system goes by its own name. */
const namesOf = async ({ records }: Deps, movements: readonly Movement[]): Promise<Map<string, string>> => {
  const actors = new Set(movements.map(({ recordedBy }) => recordedBy))
  const read = async (actor: string) => {
    const found = await readContact(records, actor.replace(/^contact\//, ''))
    return [actor, found?.contact.value.name ?? actor] as const
  }
  return new Map(await Promise.all([...actors].map(read)))
}
