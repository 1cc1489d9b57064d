import { isInOffice } from '#shared/domain/contact.ts'
import { dayAt } from '#shared/domain/dates.ts'
import type { Timeliness } from '#shared/domain/report.ts'
import { ActionLines } from '../components/action-lines.tsx'
import { BriefLinks } from '../components/brief/brief-links.tsx'
import { type Frame, useFrame } from '../components/frame.ts'
import { PageHeading, SectionHeading } from '../components/heading.tsx'
import { Layout } from '../components/layout.tsx'
import { MeetingLines } from '../components/meeting-lines.tsx'
import { RoundDates } from '../components/report/round-dates.tsx'
import { type TagColour, TaskList } from '../components/task-list.tsx'
import { reportPath } from '../report-draft/part.ts'
import type { Desk } from '../services.ts'

const colours: Record<Timeliness, TagColour> = {
  'on-time': 'green',
  late: 'orange',
  nil: 'teal',
  missing: 'red',
  awaited: 'grey',
}

/** Where everyone begins: what is due, what is planned, what has come out. */
export const DeskPage = ({ desk }: { desk: Desk }) => {
  const { t, actor, now, sector } = useFrame()
  const today = dayAt(now, sector.timeZone)
  if (!isInOffice(actor?.roles ?? [], today)) {
    return (
      <Layout title={t.desk.title}>
        <PageHeading>{t.desk.title}</PageHeading>
        <p class="govuk-inset-text">{t.desk.noRole}</p>
      </Layout>
    )
  }
  return (
    <Layout title={t.desk.title}>
      <PageHeading>{t.desk.title}</PageHeading>
      {desk.tasks.length > 0 && (
        <>
          <SectionHeading>{t.desk.tasks}</SectionHeading>
          <ul class="govuk-list govuk-list--bullet">
            {desk.tasks.map(({ text, path }) => (
              <li>
                <a class="govuk-link" href={path}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {desk.rounds.length === 0 && <p class="govuk-body">{t.desk.noRounds}</p>}
      {desk.rounds.map((round) => (
        <RoundReports {...round} />
      ))}
      {desk.actionPoints.length > 0 && (
        <>
          <SectionHeading>{t.actions.concerning}</SectionHeading>
          <ActionLines points={desk.actionPoints} />
          <p class="govuk-body">
            <a class="govuk-link" href="/actions">
              {t.actions.all}
            </a>
          </p>
        </>
      )}
      <SectionHeading>{t.desk.meetings}</SectionHeading>
      {desk.meetings.length === 0 ? (
        <p class="govuk-body">{t.desk.noMeetings}</p>
      ) : (
        <MeetingLines meetings={desk.meetings} />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href="/meetings">
          {t.desk.allMeetings}
        </a>
      </p>
      <SectionHeading>{t.desk.briefs}</SectionHeading>
      <BriefLinks briefs={desk.briefs} />
    </Layout>
  )
}

const hintOf = ({ status, version, hasDraft }: DeskReport, { desk }: Frame['t']): string => {
  if (status === 'returned') return desk.returned
  if (status === 'accepted') return hasDraft ? desk.amending(version) : desk.accepted(version)
  if (status === 'submitted') return desk.version(version)
  return hasDraft ? desk.draftBegun : desk.nothingYet
}

type DeskReport = Desk['rounds'][number]['reports'][number]

const RoundReports = ({ round, phase, reports }: Desk['rounds'][number]) => {
  const { t } = useFrame()
  return (
    <section aria-labelledby={round.id}>
      <SectionHeading id={round.id}>{t.desk.round(round.id)}</SectionHeading>
      <RoundDates round={round} phase={phase} />
      <TaskList
        tasks={reports.map((report) => ({
          id: `${round.id}-${report.twg}`,
          name: report.twgName,
          href: report.mayReport ? reportPath(report) : undefined,
          hint: [hintOf(report, t), report.extended && t.desk.dueLater(t.formats.day(report.extended.due))]
            .filter(Boolean)
            .join('. '),
          status: { text: t.desk.standing[report.standing], colour: colours[report.standing] },
        }))}
      />
    </section>
  )
}
