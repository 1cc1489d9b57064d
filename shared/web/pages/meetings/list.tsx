import { type Meeting, type MeetingStanding, standingOf } from '#shared/domain/calendar/meeting.ts'
import { isSecretariat } from '#shared/domain/contact.ts'
import { dayAt } from '#shared/domain/dates.ts'
import { useFrame } from '../../components/frame.ts'
import { PageHeading, SectionHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { MeetingLines } from '../../components/meeting-lines.tsx'
import { Notice, NoticeText } from '../../components/notice.tsx'

const OVER: ReadonlySet<MeetingStanding> = new Set(['held', 'cancelled', 'never-confirmed'])
const byStart = (a: Meeting, b: Meeting) => (a.day + a.time < b.day + b.time ? -1 : 1)

/** What is to come, soonest first; then what is over, latest first. */
export const MeetingsPage = ({ meetings, notice }: { meetings: readonly Meeting[]; notice?: string | undefined }) => {
  const { t, actor, now, sector } = useFrame()
  const places = [
    ['/calendar', t.year.link],
    ['/calendar/seat', t.seat.title],
    ...(actor && isSecretariat(actor.roles, dayAt(now, sector.timeZone))
      ? ([
          ['/calendar/plan', t.plan.title],
          ['/meetings/new', t.calendar.add],
        ] as const)
      : []),
  ] as const
  const isOver = (meeting: Meeting) => OVER.has(standingOf(meeting, now, sector.timeZone))
  const upcoming = meetings.filter((meeting) => !isOver(meeting)).toSorted(byStart)
  const over = meetings.filter(isOver).toSorted(byStart).reverse()
  return (
    <Layout
      title={t.calendar.title}
      notice={
        notice && (
          <Notice done>
            <NoticeText>{notice}</NoticeText>
          </Notice>
        )
      }
    >
      <PageHeading>{t.calendar.title}</PageHeading>
      <ul class="govuk-list app-no-print">
        {places.map(([href, text]) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      <SectionHeading>{t.calendar.upcoming}</SectionHeading>
      {upcoming.length === 0 ? <p class="govuk-body">{t.calendar.none}</p> : <MeetingLines meetings={upcoming} />}
      {over.length > 0 && (
        <>
          <SectionHeading>{t.calendar.past}</SectionHeading>
          <MeetingLines meetings={over} />
        </>
      )}
    </Layout>
  )
}
