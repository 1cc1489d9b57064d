import { type Meeting, meetingEnd } from '#shared/domain/calendar/meeting.ts'
import { addMs, dayAt, type Instant, later } from '#shared/domain/dates.ts'
import type { MailContent } from '#shared/domain/mail.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import { readMail } from '#shared/records/mails.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { mailIdOf, mailWrites } from '../mail/request-mail.ts'
import { saysTheSame } from './meeting-fields.ts'
import { everInvited, participants } from './participants.ts'

/**
 * Brings everybody's calendar in line with a meeting as it is now: whoever takes part and does not have it so is invited or told what
 * changed, whoever has it and takes part no more is taken off. What counts is what each was mailed last, so that an event that arrives
 * late or twice changes nothing.
 */
export const mailInvitations =
  (deps: Deps) =>
  async (meeting: Meeting, event: Envelope): Promise<void> => {
    const today = dayAt(event.time, deps.sector.timeZone)
    const invited = meeting.status === 'cancelled' ? [] : await participants(deps)(meeting, today)
    const others = (await everInvited(deps)(meeting.group, today)).filter((contact) => !invited.includes(contact))
    for (const contact of invited) await invite(deps)(meeting, contact, event)
    for (const contact of others) await takeOff(deps)(meeting, contact, event)
  }

/** Mails a participant the meeting, or what changed since it was mailed last; nothing when that stands. Nobody is invited to what is over. */
export const invite =
  (deps: Deps) =>
  async (meeting: Meeting, contact: string, event: Envelope): Promise<void> => {
    const last = await lastMailed(deps, meeting, contact)
    const { before } = last
    if (before ? saysTheSame(before, meeting) : event.time >= meetingEnd(meeting, deps.sector.timeZone)) return
    await ask(deps, { ...last, method: 'REQUEST', meeting, contact }, event)
  }

const takeOff =
  (deps: Deps) =>
  async (meeting: Meeting, contact: string, event: Envelope): Promise<void> => {
    const last = await lastMailed(deps, meeting, contact)
    if (last.before) await ask(deps, { ...last, method: 'CANCEL', meeting, contact }, event)
  }

const ask = async (
  deps: Deps,
  {
    contact,
    method,
    meeting,
    before,
    version,
    after,
  }: Pick<Invitation, 'method' | 'meeting'> & LastMailed & { contact: string },
  event: Envelope,
): Promise<void> => {
  const content = { kind: 'invitation' as const, method, meeting, ...(before ? { before } : {}) }
  const request = { contact, content, subject: subjectOf(meeting), version }
  const now = after === undefined ? event.time : later(event.time, addMs(after, STAMP_MS))
  await transactOnce(deps.records, mailWrites(deps, request, { now, actor: 'system', causedBy: event }))
}

/** DTSTAMP counts in seconds. */
const STAMP_MS = 1000

interface LastMailed {
  /** The meeting as it stands in this person's calendar; undefined when it does not. */
  readonly before: Meeting | undefined
  /** Of the next mail: the meeting's sequence, counted on when this person was mailed in this sequence already. */
  readonly version: string
  /** When that was: a calendar takes what is stamped later in the same sequence (RFC 5546, 2.1.5), however late its event arrives. */
  readonly after?: Instant
}

const lastMailed = async (deps: Deps, meeting: Meeting, contact: string): Promise<LastMailed> => {
  for (let sequence = meeting.sequence; sequence > 0; sequence--) {
    const mailed = await mailedIn(deps, { ...meeting, sequence }, contact)
    const last = mailed.at(-1)
    if (!last) continue
    const before = last.method === 'REQUEST' ? last.meeting : undefined
    return sequence === meeting.sequence
      ? { before, version: versionOf(meeting, mailed.length), after: last.at }
      : { before, version: versionOf(meeting, 0) }
  }
  return { before: undefined, version: versionOf(meeting, 0) }
}

type Invitation = Extract<MailContent, { kind: 'invitation' }>

/** What a person was mailed of a meeting in one of its sequences, and when, in order. */
const mailedIn = async (
  { records }: Deps,
  meeting: Meeting,
  contact: string,
): Promise<(Invitation & { readonly at: Instant })[]> => {
  const mailed: (Invitation & { readonly at: Instant })[] = []
  for (;;) {
    const next = { contact, content: { kind: 'invitation' as const }, version: versionOf(meeting, mailed.length) }
    const mail = await readMail(records, mailIdOf({ ...next, subject: subjectOf(meeting) }))
    if (mail?.content.kind !== 'invitation') return mailed
    mailed.push({ ...mail.content, at: mail.requestedAt })
  }
}

const subjectOf = ({ id }: Meeting): string => `meeting/${id}`

const versionOf = ({ sequence }: Meeting, times: number): string =>
  times === 0 ? `${sequence}` : `${sequence}.${times}`
