import type { Typed } from '#shared/domain/report.ts'
import { Button } from '../components/button.tsx'
import { Hidden } from '../components/form/inputs.tsx'
import { useFrame } from '../components/frame.ts'
import { PageHeading, SectionHeading } from '../components/heading.tsx'
import { Layout } from '../components/layout.tsx'
import { sentLines } from '../components/sent/sent-lines.ts'
import { SummaryList } from '../components/summary-list.tsx'

/** A form arrived after the session's end: the page holds what was typed until its writer has signed in again in another tab. */
export const SessionEndedPage = ({ typed }: { typed: Typed }) => {
  const frame = useFrame()
  const { t, path } = frame
  const lines = sentLines(typed, frame)
  return (
    <Layout title={t.access.sessionEnded}>
      <PageHeading>{t.access.sessionEnded}</PageHeading>
      <p class="govuk-body">{t.access.textKept}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/sign-in?next=/signed-in" target="_blank" rel="noopener">
          {t.access.signInElsewhere}
        </a>
        , {t.access.thenReturn}
      </p>
      <form method="post" action={path}>
        {Object.entries(typed).map(([name, value]) => (
          <Hidden name={name} value={value} />
        ))}
        <Button>{t.access.sendAgain}</Button>
      </form>
      {lines.length > 0 && (
        <>
          <SectionHeading>{t.access.typedText}</SectionHeading>
          <SummaryList rows={lines} />
        </>
      )}
    </Layout>
  )
}
