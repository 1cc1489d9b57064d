import { Temporal } from 'temporal-polyfill'
import { type Meeting, meetingStart } from '#shared/domain/calendar/meeting.ts'
import { addMs, clockAt } from '#shared/domain/dates.ts'
import { invitationCalendar } from '../../calendar/invitation.ts'
import { weekdayInWords } from '../../days-in-words.ts'
import { bullets, facts, heading2, link, paragraph } from '../html/layout.ts'
import type { MailAbout, MailToRender, RenderedMail } from '../mail-to-render.ts'
import { oneLine } from '../plain-text.ts'
import type { InvitationState, MailWords, MeetingPart } from '../words/mail-words.ts'
import { mailFrom } from './mail-parts.ts'
import { meetingChanges, startInWords } from './meeting-changes.ts'

type Invitation = Extract<MailToRender, { kind: 'invitation' }>

/** A meeting as mail and as calendar entry: an invitation, a change of it, or its cancellation. */
export const invitationMail = (mail: Invitation, about: MailAbout, words: MailWords): RenderedMail => {
  const { meeting } = mail
  const said = words.invitation
  const takenOut = mail.method === 'CANCEL'
  const agenda = takenOut ? [] : (meeting.agenda ?? []).map(oneLine)
  const when = `${weekdayInWords(meeting.day, words.calendar)}, ${hours(meeting, about.timeZone)}`
  const changes = mail.before && !takenOut ? meetingChanges(mail.before, meeting, words) : []
  const parts = [...new Set(changes.map(({ part }) => part))]
  const state = stateOf(mail, parts)
  const place = oneLine(meeting.place) || (meeting.link === '' ? said.placeOpen : said.online)
  const answer = takenOut ? undefined : said.answer
  const online = meeting.link === '' || takenOut ? undefined : oneLine(meeting.link)
  const title = oneLine(meeting.title)
  const details = [
    `${said.when}: ${when}`,
    `${said.place}: ${place}`,
    ...(online ? [`${said.online}: ${online}`] : []),
  ].join('\n')
  const rendered = mailFrom(
    {
      subject: said.subject[state](title, startInWords(meeting, words), parts),
      preheader: when,
      heading: title,
      body: [
        paragraph(said.lead[state]),
        facts([[said.when, when], [said.place, place], ...(online ? ([[said.online, link(online)]] as const) : [])]),
        changes.length === 0 ? undefined : [heading2(said.changes), bullets(changes.map(({ text }) => text))],
        agenda.length === 0 ? undefined : [heading2(said.agenda), bullets(agenda)],
        answer && paragraph(answer),
      ],
      blocks: [
        said.lead[state],
        `${title}\n${details}`,
        changes.length === 0 ? undefined : `${said.changes}:\n${changes.map(({ text }) => `- ${text}`).join('\n')}`,
        agendaText(agenda, words),
        answer,
      ],
    },
    about,
    words,
  )
  const text = invitationCalendar({
    ...mail,
    timeZone: about.timeZone,
    description: [about.sectorName, details, agendaText(agenda, words)].filter(Boolean).join('\n'),
  })
  return { ...rendered, calendar: { method: mail.method, text } }
}

/** Whoever has no other state of it in the calendar is invited, however often it changed before. */
const stateOf = ({ method, meeting, before }: Invitation, parts: readonly MeetingPart[]): InvitationState => {
  if (method === 'REQUEST') {
    if (parts.length === 0) return 'invited'
    return parts.includes('when') ? 'moved' : 'changed'
  }
  if (meeting.status === 'cancelled') return 'cancelled'
  return before?.day === meeting.day ? 'relieved' : 'released'
}

const agendaText = (agenda: readonly string[], words: MailWords): string | undefined =>
  agenda.length === 0
    ? undefined
    : `${words.invitation.agenda}:\n${agenda.map((item, index) => `${index + 1}. ${item}`).join('\n')}`

/** `09:00–12:00 (Asia/Vientiane, UTC+07:00)`; the offset is that of the day. */
const hours = (meeting: Meeting, timeZone: string): string => {
  const start = meetingStart(meeting, timeZone)
  const end = clockAt(addMs(start, meeting.minutes * 60_000), timeZone)
  const { offset } = Temporal.Instant.from(start).toZonedDateTimeISO(timeZone)
  return `${meeting.time}–${end} (${timeZone}, UTC${offset})`
}
