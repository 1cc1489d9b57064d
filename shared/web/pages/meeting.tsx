import type { Child } from 'hono/jsx'
import type { Meeting } from '#shared/domain/calendar/meeting.ts'
import type { Refusal } from '../access/mendable.ts'
import { Button } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { TextInput } from '../components/form/inputs.tsx'
import { useFrame } from '../components/frame.ts'
import { PageHeading, SectionHeading } from '../components/heading.tsx'
import { Layout } from '../components/layout.tsx'
import { SummaryList } from '../components/summary-list.tsx'

type MeetingFields = Pick<Meeting, 'day' | 'time' | 'place' | 'link'>

interface MeetingPageProps {
  readonly meeting: Meeting
  /** What stands in the form: as typed after a mistake, else as stored. */
  readonly typed: MeetingFields
  /** Only the secretariat confirms, moves and cancels. */
  readonly mayChange: boolean
  readonly refusal?: Refusal
}

/** One meeting: its facts, and for the secretariat the form to confirm or move it. */
export const MeetingPage = ({ meeting, typed, mayChange, refusal }: MeetingPageProps) => {
  const { t } = useFrame()
  return (
    <Layout
      title={meeting.title}
      hasProblems={refusal !== undefined}
      back={{ href: '/meetings', text: t.frame.backTo(t.calendar.title) }}
    >
      <ErrorSummary
        mistakes={
          refusal ? [{ message: refusal.message, ...(refusal.field ? { href: `#${refusal.field}` } : {}) }] : []
        }
      />
      <PageHeading caption={t.calendar.status[meeting.status]}>{meeting.title}</PageHeading>
      <MeetingFacts meeting={meeting} />
      {mayChange && (meeting.status === 'proposed' || meeting.status === 'scheduled') && (
        <MeetingForm meeting={meeting} typed={typed} refusal={refusal} />
      )}
    </Layout>
  )
}

const MeetingFacts = ({ meeting }: { meeting: Meeting }) => {
  const { t } = useFrame()
  return (
    <SummaryList
      rows={[
        {
          key: t.calendar.when,
          value: `${t.formats.dayAndTime(meeting.day, meeting.time)} (${t.calendar.lasting(meeting.minutes)})`,
        },
        { key: t.calendar.place, value: meeting.place || t.calendar.placeOpen },
        ...(meeting.link ? [{ key: t.calendar.link, value: onlineLink(meeting.link) }] : []),
      ]}
    />
  )
}

/** Only a web address becomes a link; anything else stays text. */
const onlineLink = (address: string): Child =>
  address.startsWith('https://') ? (
    <a class="govuk-link" href={address} rel="noreferrer">
      {address}
    </a>
  ) : (
    address
  )

const MeetingForm = ({
  meeting,
  typed,
  refusal,
}: {
  meeting: Meeting
  typed: MeetingFields
  refusal: Refusal | undefined
}) => {
  const { t, sector } = useFrame()
  const proposed = meeting.status === 'proposed'
  const errorAt = (field: keyof MeetingFields) => (refusal?.field === field ? refusal.message : undefined)
  const path = `/meetings/${encodeURIComponent(meeting.id)}`
  return (
    <>
      <SectionHeading>{proposed ? t.calendar.confirm : t.calendar.move}</SectionHeading>
      <p class="govuk-body">{t.calendar.inviteNote}</p>
      <form method="post" action={path} novalidate>
        <TextInput
          name="day"
          label={t.calendar.day}
          hint={t.calendar.dayHint}
          width="govuk-input--width-10"
          value={typed.day}
          error={errorAt('day')}
        />
        <TextInput
          name="time"
          label={t.calendar.time}
          hint={t.calendar.timeHint(sector.timeZone)}
          width="govuk-input--width-5"
          value={typed.time}
          error={errorAt('time')}
        />
        <TextInput name="place" label={t.calendar.place} value={typed.place} error={errorAt('place')} />
        <TextInput
          name="link"
          label={t.frame.optional(t.calendar.link)}
          inputmode="url"
          value={typed.link}
          error={errorAt('link')}
        />
        <div class="govuk-button-group">
          <Button>{proposed ? t.calendar.confirmButton : t.calendar.moveButton}</Button>
          <a class="govuk-link" href={`${path}/cancel`}>
            {t.calendar.cancel}
          </a>
        </div>
      </form>
    </>
  )
}
