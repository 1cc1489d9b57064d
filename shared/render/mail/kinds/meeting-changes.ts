import type { Meeting } from '#shared/domain/calendar/meeting.ts'
import { weekdayInWords } from '../../days-in-words.ts'
import { oneLine } from '../plain-text.ts'
import type { MailWords, MeetingPart } from '../words/mail-words.ts'

interface MeetingChange {
  readonly part: MeetingPart
  readonly text: string
}

/** `Tuesday 28 April 2026, 09:00` */
export const startInWords = ({ day, time }: Meeting, { calendar }: MailWords): string =>
  `${weekdayInWords(day, calendar)}, ${time}`

/** What the recipient's calendar holds otherwise, each as it was and as it is. */
export const meetingChanges = (before: Meeting, now: Meeting, words: MailWords): MeetingChange[] => {
  const { invitation: said } = words
  const values = (meeting: Meeting) => ({
    when: startInWords(meeting, words),
    place: oneLine(meeting.place) || said.placeOpen,
    link: oneLine(meeting.link) || said.noLink,
  })
  const [old, current] = [values(before), values(now)]
  return [
    ...(['when', 'place', 'link'] as const)
      .filter((part) => old[part] !== current[part])
      .map((part) => ({ part, text: said.change(part, old[part], current[part]) })),
    ...agendaChanges(before.agenda ?? [], now.agenda ?? [], said).map((text) => ({ part: 'agenda' as const, text })),
  ]
}

const agendaChanges = (
  before: readonly string[],
  now: readonly string[],
  said: MailWords['invitation'],
): readonly string[] => {
  const changes = [
    ...now.filter((item) => !before.includes(item)).map((item) => said.agendaAdded(oneLine(item))),
    ...before.filter((item) => !now.includes(item)).map((item) => said.agendaTakenOff(oneLine(item))),
  ]
  return changes.length === 0 && before.join('\n') !== now.join('\n') ? [said.agendaReordered] : changes
}
