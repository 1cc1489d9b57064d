import { Button } from '../components/button.tsx'
import { Hidden } from '../components/form/inputs.tsx'
import { useFrame } from '../components/frame.ts'
import { PageHeading } from '../components/heading.tsx'
import { Layout } from '../components/layout.tsx'
import { Notice, NoticeText } from '../components/notice.tsx'
import { Table } from '../components/table.tsx'
import type { OwnSession } from '../services.ts'

/** Where one is signed in: any of it can be ended here, also what runs on a device that is lost. */
export const SessionsPage = ({ sessions, ended }: { sessions: readonly OwnSession[]; ended: boolean }) => {
  const { t, sector } = useFrame()
  const moment = (instant: string) => t.formats.moment(instant, sector.timeZone)
  return (
    <Layout
      title={t.sessions.title}
      back={{ href: '/', text: t.frame.backTo(t.frame.desk) }}
      notice={
        ended && (
          <Notice done>
            <NoticeText>{t.sessions.ended}</NoticeText>
          </Notice>
        )
      }
    >
      <PageHeading>{t.sessions.title}</PageHeading>
      <p class="govuk-body app-prose">{t.sessions.intro}</p>
      <Table
        id="sessions"
        caption={t.sessions.title}
        captionHidden
        columns={[t.sessions.since, t.sessions.until, t.sessions.end].map((head) => ({ head }))}
        rows={sessions.map(({ id, since, expires, current }) => [
          moment(since),
          moment(expires),
          current ? (
            t.sessions.current
          ) : (
            <form method="post" action="/sessions/end">
              <Hidden name="session" value={id} />
              <Button kind="secondary">
                {t.sessions.end}
                <span class="govuk-visually-hidden"> {moment(since)}</span>
              </Button>
            </form>
          ),
        ])}
      />
      {sessions.some(({ current }) => !current) && (
        <form method="post" action="/sessions/end-others">
          <Button kind="warning">{t.sessions.endOthers}</Button>
        </form>
      )}
    </Layout>
  )
}
