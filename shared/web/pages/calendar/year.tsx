import { standingOf } from '#shared/domain/calendar/meeting.ts'
import { useFrame } from '../../components/frame.ts'
import { PageHeading, SectionHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { Lines } from '../../components/lines.tsx'
import { Notice, NoticeText } from '../../components/notice.tsx'
import { Table } from '../../components/table.tsx'
import { Words } from '../../components/words.tsx'
import type { CalendarYear } from '../../services.ts'
import { Subscribe, type Subscription } from './subscribe.tsx'

interface YearPageProps {
  readonly calendar: CalendarYear
  readonly subscription: Subscription
  readonly notice?: string | undefined
}

/** A whole year: rounds, meetings, obligations, days without work, turns of the seat; and how to subscribe. */
export const YearPage = ({ calendar, subscription, notice }: YearPageProps) => {
  const { t, sector } = useFrame()
  const { year, rounds, obligations, reported, holidays, turns } = calendar
  const heads = (...names: string[]) => names.map((head) => ({ head }))
  return (
    <Layout
      title={t.year.title(year)}
      back={{ href: '/meetings', text: t.frame.backTo(t.calendar.title) }}
      notice={
        notice && (
          <Notice done>
            <NoticeText>{notice}</NoticeText>
          </Notice>
        )
      }
    >
      <PageHeading>{t.year.title(year)}</PageHeading>
      <Subscribe {...subscription} />
      <SectionHeading>{t.year.rounds}</SectionHeading>
      <Table
        id="rounds"
        caption={t.year.rounds}
        captionHidden
        columns={heads(t.year.round, t.desk.opens, t.desk.due, t.desk.lateFrom, t.desk.closed)}
        rows={rounds.map(({ id, opens, due, lateFrom, closed }) => [
          id,
          ...[opens, due, lateFrom, closed].map(t.formats.day),
        ])}
      />
      <Meetings calendar={calendar} />
      <SectionHeading>{t.year.obligations}</SectionHeading>
      <Table
        id="obligations"
        caption={t.year.obligations}
        captionHidden
        columns={heads(t.year.obligation, t.year.due, t.year.source)}
        rows={[...obligations, ...reported]
          .toSorted((a, b) => a.due.localeCompare(b.due))
          .map(({ name, due, source }) => [<Words text={name} />, t.formats.day(due), source])}
      />
      <SectionHeading>{t.year.seat}</SectionHeading>
      <Lines
        texts={turns.map(({ donor, from, until }) =>
          t.year.turn(
            sector.donorSeat.donors.find(({ id }) => id === donor)?.name ?? donor,
            t.formats.period(from, until),
          ),
        )}
        none={t.frame.none}
      />
      <SectionHeading>{t.year.holidays}</SectionHeading>
      <Lines texts={holidays.map(t.formats.day)} none={t.frame.none} />
      <p class="govuk-body app-no-print">
        <a class="govuk-link" href={`/calendar?year=${year - 1}`}>
          {t.year.before(year - 1)}
        </a>
        <br />
        <a class="govuk-link" href={`/calendar?year=${year + 1}`}>
          {t.year.after(year + 1)}
        </a>
      </p>
    </Layout>
  )
}

const Meetings = ({ calendar }: { calendar: CalendarYear }) => {
  const { t, now, sector } = useFrame()
  return (
    <>
      <SectionHeading>{t.year.meetings}</SectionHeading>
      <Table
        id="meetings"
        caption={t.year.meetings}
        captionHidden
        columns={[t.year.meeting, t.year.day, t.year.state].map((head) => ({ head }))}
        rows={calendar.meetings.map((meeting) => {
          const { id, title, day, time } = meeting
          const recorded = calendar.recorded.includes(id)
          return [
            recorded ? (
              <a class="govuk-link" href={`/meetings/${encodeURIComponent(id)}`}>
                {title}
              </a>
            ) : (
              title
            ),
            t.formats.dayAndTime(day, time),
            recorded ? t.calendar.standing[standingOf(meeting, now, sector.timeZone)] : t.year.notYetProposed,
          ]
        })}
      />
    </>
  )
}
