import { firstThatFit } from '#shared/domain/calendar/agenda.ts'
import { type Meeting, standingOf } from '#shared/domain/calendar/meeting.ts'
import { dayInWords } from '#shared/domain/day-in-words.ts'
import type { Refusal } from '../../access/mendable.ts'
import { Button } from '../../components/button.tsx'
import { Hidden, TextArea, TextInput } from '../../components/form/inputs.tsx'
import { useFrame } from '../../components/frame.ts'
import { SectionHeading } from '../../components/heading.tsx'
import { Words } from '../../components/words.tsx'
import type { MeetingSheet } from '../../services.ts'

export const MEETING_FIELDS = ['day', 'time', 'place', 'link', 'agenda'] as const
export type MeetingFields = Record<(typeof MEETING_FIELDS)[number], string>

/** What stands in the form when it is opened: until the meeting is confirmed, its agenda is filled with what of the proposals makes one. */
export const meetingFieldsOf = ({
  meeting: { status, day, time, place, link, agenda },
  proposedAgenda,
}: {
  meeting: Meeting
  proposedAgenda: readonly string[]
}): MeetingFields => ({
  day,
  time,
  place,
  link,
  agenda: (status === 'proposed' ? firstThatFit(proposedAgenda) : (agenda ?? [])).join('\n'),
})

/** Confirms a proposed meeting, moves and changes a confirmed one, or schedules a cancelled one again. */
export const MeetingForm = (form: { sheet: MeetingSheet; typed: MeetingFields; refusal: Refusal | undefined }) => {
  const { t, sector, now } = useFrame()
  const { sheet, typed, refusal } = form
  const { meeting, proposedAgenda } = sheet
  const filledIn = meeting.status === 'proposed' ? firstThatFit(proposedAgenda) : []
  const proposed = proposedAgenda.slice(filledIn.length)
  const standing = standingOf(meeting, now, sector.timeZone)
  const path = `/meetings/${encodeURIComponent(meeting.id)}`
  const stored: MeetingFields = { ...meetingFieldsOf(sheet), day: dayInWords(meeting.day) }
  const isNews = (name: keyof MeetingFields) =>
    refusal?.code === 'changed' && t.formats.typedDay(typed[name]) !== stored[name]
  const at = (name: keyof MeetingFields, label: string, hint?: string) => ({
    name,
    label,
    value: name === 'day' ? t.formats.typedDay(typed.day) : typed[name],
    hint: [hint, isNews(name) && t.calendar.storedNow(stored[name].split('\n').join('; '))].filter(Boolean).join('. '),
    error: refusal?.field === name ? refusal.message : undefined,
  })
  return (
    <>
      <SectionHeading>{t.calendar.formHeading[standing]}</SectionHeading>
      <p class="govuk-body app-prose">{t.calendar.saveNote[standing]}</p>
      <form method="post" action={path} novalidate>
        <Hidden name="version" value={meeting.sequence} />
        <MeetingInputs at={at} />
        {proposed.length > 0 && (
          <>
            <h3 class="govuk-heading-s">{t.calendar.proposedAgenda}</h3>
            <p class="govuk-body">{t.calendar.proposedAgendaIntro}</p>
            <ul class="govuk-list govuk-list--bullet">
              {proposed.map((item) => (
                <li>
                  <Words text={item} />
                </li>
              ))}
            </ul>
          </>
        )}
        <div class="govuk-button-group">
          <Button>{t.calendar.saveButton[standing]}</Button>
          {standing !== 'cancelled' && (
            <a class="govuk-link" href={`${path}/cancel`}>
              {t.calendar.cancel}
            </a>
          )}
        </div>
      </form>
    </>
  )
}

interface MeetingInputsProps {
  /** What an input is given. */
  readonly at: (name: keyof MeetingFields, label: string, hint?: string) => Parameters<typeof TextInput>[0]
}

/** When and where a meeting is, and its agenda. */
export const MeetingInputs = ({ at }: MeetingInputsProps) => {
  const { t, sector } = useFrame()
  return (
    <>
      <TextInput {...at('day', t.calendar.day, t.calendar.dayHint)} width="govuk-input--width-10" />
      <TextInput {...at('time', t.calendar.time, t.calendar.timeHint(sector.timeZone))} width="govuk-input--width-5" />
      <TextInput {...at('place', t.calendar.place)} />
      <TextInput {...at('link', t.frame.optional(t.calendar.link))} inputmode="url" />
      <TextArea {...at('agenda', t.frame.optional(t.calendar.agenda), t.calendar.agendaHint)} rows={6} />
    </>
  )
}
