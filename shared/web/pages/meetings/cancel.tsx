import type { Meeting } from '#shared/domain/calendar/meeting.ts'
import type { Refusal } from '../../access/mendable.ts'
import { Button } from '../../components/button.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'

/** Asks once more: everyone invited will be told. */
export const CancelMeetingPage = ({ meeting, refusal }: { meeting: Meeting; refusal?: Refusal }) => {
  const { t } = useFrame()
  const path = `/meetings/${encodeURIComponent(meeting.id)}`
  return (
    <Layout
      title={t.calendar.cancelTitle(meeting.title)}
      hasProblems={refusal !== undefined}
      back={{ href: path, text: t.frame.backTo(t.calendar.title) }}
    >
      <ErrorSummary mistakes={refusal ? [{ message: refusal.message }] : []} />
      <PageHeading caption={t.formats.dayAndTime(meeting.day, meeting.time)}>
        {t.calendar.cancelTitle(meeting.title)}
      </PageHeading>
      <p class="govuk-body">{t.calendar.cancelIntro}</p>
      <form method="post" action={`${path}/cancel`}>
        <div class="govuk-button-group">
          <Button kind="warning">{t.calendar.cancelButton}</Button>
          <a class="govuk-link" href={path}>
            {t.calendar.keep}
          </a>
        </div>
      </form>
    </Layout>
  )
}
