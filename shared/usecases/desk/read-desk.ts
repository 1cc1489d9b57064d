import type { ActionPoint } from '#shared/domain/action-point.ts'
import type { Brief } from '#shared/domain/briefs/model.ts'
import { timelinessOf } from '#shared/domain/briefs/timeliness.ts'
import type { Meeting } from '#shared/domain/calendar/meeting.ts'
import { Round, roundFor } from '#shared/domain/calendar/round.ts'
import { addDays, instantAt } from '#shared/domain/calendar-days.ts'
import { type Actor, isInOffice, isSecretariat, mayReport } from '#shared/domain/contact.ts'
import { dayAt, type Instant, type PlainDate } from '#shared/domain/dates.ts'
import { dayInWords } from '#shared/domain/day-in-words.ts'
import type { MailContent } from '#shared/domain/mail.ts'
import { isBlank, type Timeliness, type TwgReport } from '#shared/domain/report.ts'
import { type Said, say } from '#shared/domain/words/say.ts'
import { draftBriefs, latestBriefs } from '#shared/records/briefs.ts'
import { meetingsBetween } from '#shared/records/calendar.ts'
import { readContact } from '#shared/records/contacts.ts'
import { refusedIntakes } from '#shared/records/intakes.ts'
import { lists } from '#shared/records/keys.ts'
import { strandedBriefs } from '#shared/records/mails.ts'
import { collect } from '#shared/records/record-store.ts'
import { readDraftItem, readReport, reportsWaiting } from '#shared/records/reports.ts'
import { actionPointsConcerning } from '../action-points/list-action-points.ts'
import type { Deps } from '../deps.ts'
import { type Phase, phaseOf, type ReportKey } from '../reports/report-sheet.ts'
import { calendarTasks } from './calendar-tasks.ts'

const ROUNDS_SHOWN = 4
const BRIEFS_SHOWN = 12
const MEETINGS_AHEAD_DAYS = 180
const INTAKES_SHOWN = 10
const REPORTS_SHOWN = 20
const MAILS_SHOWN = 20

export interface DeskReport extends ReportKey {
  readonly twgName: string
  readonly standing: Timeliness
  readonly mayReport: boolean
  readonly hasDraft: boolean
  readonly version: number
  readonly status: TwgReport['status'] | undefined
  /** The dates that count for this TWG, where they differ from the round's. */
  readonly extended: Round | undefined
}

export interface Desk {
  readonly rounds: readonly { readonly round: Round; readonly phase: Phase; readonly reports: readonly DeskReport[] }[]
  readonly meetings: readonly Meeting[]
  readonly briefs: readonly Pick<Brief, 'key' | 'status' | 'version' | 'compiledAt' | 'releasedAt'>[]
  /** Open action points that the reader owns, or whose TWG they chair. */
  readonly actionPoints: readonly ActionPoint[]
  /** What waits for the secretariat; empty for everyone else. */
  readonly tasks: readonly { readonly text: Said; readonly path: string }[]
}

/** What a person sees first: the rounds, the meetings, the briefs, and for the secretariat what waits for it; without a role nothing. */
export const readDesk =
  (deps: Deps) =>
  async (actor: Actor, now: Instant): Promise<Desk> => {
    const { records, sector } = deps
    const today = dayAt(now, sector.timeZone)
    if (!isInOffice(actor.roles, today)) return { rounds: [], meetings: [], briefs: [], actionPoints: [], tasks: [] }
    const secretariat = isSecretariat(actor.roles, today)
    const [rounds, meetings, drafts, released, actionPoints] = await Promise.all([
      shownRounds(deps, actor, now),
      upcomingMeetings(deps, now),
      secretariat ? draftBriefs(records) : [],
      latestBriefs(records, BRIEFS_SHOWN),
      actionPointsConcerning(deps, actor, now),
    ])
    const tasks = secretariat ? await tasksOf(deps, meetings, drafts, now) : []
    return { rounds, meetings, briefs: [...drafts, ...newestOf(released)], actionPoints, tasks }
  }

/** Of a brief and its correction, the correction. */
const newestOf = (briefs: readonly Brief[]): Brief[] =>
  briefs.filter(({ key, version }) => !briefs.some((other) => other.key === key && other.version > version))

const shownRounds = async (deps: Deps, actor: Actor, now: Instant): Promise<Desk['rounds']> => {
  const { records, sector } = deps
  const today = dayAt(now, sector.timeZone)
  const latest = await collect(
    records.query({ index: 'GSI1', partition: lists.rounds, newestFirst: true, limit: ROUNDS_SHOWN }),
  )
  const rounds = latest.map((item) => Round.parse(item.data)).filter((round) => phaseOf(round, today) !== 'announced')
  return Promise.all(
    rounds.map(async (round) => ({
      round,
      phase: phaseOf(round, today),
      reports: await Promise.all(
        sector.twgs.map(async ({ id, name }): Promise<DeskReport> => {
          const [report, draft] = await Promise.all([
            readReport(records, round.id, id),
            readDraftItem(records, round.id, id),
          ])
          return {
            round: round.id,
            twg: id,
            twgName: name,
            standing: timelinessOf(report?.value, roundFor(round, id, sector), now, sector.timeZone),
            mayReport: mayReport(actor.roles, id, today),
            hasDraft: draft !== undefined && !isBlank(draft.value),
            version: report?.value.version ?? 0,
            status: report?.value.status,
            extended: round.extensions?.[id] && roundFor(round, id, sector),
          }
        }),
      ),
    })),
  )
}

export const upcomingMeetings = async ({ records, sector }: Deps, now: Instant): Promise<Meeting[]> => {
  const until = instantAt(addDays(dayAt(now, sector.timeZone), MEETINGS_AHEAD_DAYS), '00:00', sector.timeZone)
  return meetingsBetween(records, now, until)
}

const tasksOf = async (
  deps: Deps,
  meetings: readonly Meeting[],
  drafts: readonly Brief[],
  now: Instant,
): Promise<Desk['tasks']> => {
  const waiting = await reportsWaiting(deps.records, REPORTS_SHOWN)
  const refused = await refusedIntakes(deps.records, INTAKES_SHOWN + 1)
  const stranded = await strandedTasks(deps, dayAt(now, deps.sector.timeZone))
  const twgNames = new Map(deps.sector.twgs.map(({ id, name }) => [id, name]))
  return [
    ...waiting.map(({ round, twg, version, amendment, submittedBy }) => ({
      text: amendment
        ? say`Accept or return: ${twgNames.get(twg) ?? twg}, ${round}, amended version ${version} by ${submittedBy.name}`
        : say`Accept or return: ${twgNames.get(twg) ?? twg}, ${round}, version ${version} by ${submittedBy.name}`,
      path: `/reports/${round}/${twg}`,
    })),
    ...meetings
      .filter(({ status }) => status === 'proposed')
      .map(({ title, day }) => ({
        text: say`Confirm, move or cancel: ${title}, proposed for ${dayInWords(day)}`,
        path: '/meetings',
      })),
    ...drafts.map(({ key, model }) => ({
      text:
        model.kind === 'swg'
          ? say`Read and release the brief for ${model.meeting.title}`
          : say`Read and release the brief of ${model.twg.name}, ${model.round}`,
      path: `/briefs/${key}`,
    })),
    ...stranded,
    ...refused.slice(0, INTAKES_SHOWN).map(({ id, source, type, receivedAt }) => ({
      text: say`See why ${type} from ${source} was refused on ${dayInWords(dayAt(receivedAt, deps.sector.timeZone))}`,
      path: `/intake/${id}`,
    })),
    ...(refused.length > INTAKES_SHOWN
      ? [{ text: say`See every event from another system that was refused`, path: '/intake' }]
      : []),
    ...(await calendarTasks(deps, meetings, now)),
  ]
}

/**
 * Whom a brief did not reach: the address is mended at the contact, then the brief is sent again from its own page. Whoever has left
 * waits for none, and the same brief to the same person is one task.
 */
const strandedTasks = async ({ records }: Deps, today: PlainDate): Promise<Desk['tasks']> => {
  const tasks = new Map<string, Desk['tasks'][number]>()
  for (const { content, contact } of await strandedBriefs(records, MAILS_SHOWN)) {
    const reader = await readContact(records, contact)
    if (!reader || !isInOffice(reader.roles, today)) continue
    const { title, briefs } = content as Extract<MailContent, { kind: 'brief' }>
    const text = say`${title} did not reach ${reader.contact.value.name}: mend the address, then send it again`
    tasks.set(text, { text, path: `/briefs/${briefs[0]?.key}#copies` })
  }
  return [...tasks.values()]
}
