import type { Child } from 'hono/jsx'
import { type Meeting, standingOf } from '#shared/domain/calendar/meeting.ts'
import type { Refusal } from '../../access/mendable.ts'
import { ErrorSummary, mistakesOf } from '../../components/error-summary.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading, SectionHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { Lines } from '../../components/lines.tsx'
import { Notice, NoticeText } from '../../components/notice.tsx'
import { SummaryList } from '../../components/summary-list.tsx'
import type { MeetingSheet } from '../../services.ts'
import { type MeetingFields, MeetingForm } from './meeting-form.tsx'
import { MinutesSection } from './minutes-section.tsx'

interface MeetingPageProps {
  readonly sheet: MeetingSheet
  /** What stands in the form: as typed after a mistake, else as stored. */
  readonly typed: MeetingFields
  readonly refusal?: Refusal
  readonly notice?: string | undefined
}

/** One meeting: its facts, agenda, participants and minutes; for the secretariat the form to confirm or move it. */
export const MeetingPage = ({ sheet, typed, refusal, notice }: MeetingPageProps) => {
  const { t, now, sector } = useFrame()
  const { meeting } = sheet
  return (
    <Layout
      title={meeting.title}
      hasProblems={refusal !== undefined}
      back={{ href: '/meetings', text: t.frame.backTo(t.calendar.title) }}
      notice={
        notice && (
          <Notice done>
            <NoticeText>{notice}</NoticeText>
          </Notice>
        )
      }
    >
      <ErrorSummary mistakes={mistakesOf(refusal)} />
      <PageHeading caption={t.calendar.standing[standingOf(meeting, now, sector.timeZone)]}>
        {meeting.title}
      </PageHeading>
      <MeetingFacts meeting={meeting} />
      <SectionHeading>{t.calendar.agenda}</SectionHeading>
      <Lines texts={meeting.agenda ?? []} none={t.calendar.agendaOpen} ordered />
      {sheet.mayChange && <MeetingForm sheet={sheet} typed={typed} refusal={refusal} />}
      <MinutesSection sheet={sheet} />
      <SectionHeading>{t.calendar.participants}</SectionHeading>
      <p class="govuk-body">{t.calendar.participantsIntro}</p>
      <Lines texts={sheet.participants} none={t.calendar.noParticipants} />
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
