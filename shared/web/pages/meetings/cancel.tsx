import { type Meeting, wasConfirmed } from '#shared/domain/calendar/meeting.ts'
import type { Refusal } from '../../access/mendable.ts'
import { Button } from '../../components/button.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Hidden } from '../../components/form/inputs.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'

/** Asks once more, and says who will be told. */
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
      <p class="govuk-body">{wasConfirmed(meeting) ? t.calendar.cancelIntro : t.calendar.dropIntro}</p>
      <form method="post" action={`${path}/cancel`}>
        <Hidden name="version" value={meeting.sequence} />
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
