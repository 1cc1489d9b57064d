import type { Typed } from '#shared/domain/report.ts'
import { Button } from '../components/button.tsx'
import { Hidden } from '../components/form/inputs.tsx'
import { useFrame } from '../components/frame.ts'
import { PageHeading, SectionHeading } from '../components/heading.tsx'
import { Layout } from '../components/layout.tsx'
import { SummaryList } from '../components/summary-list.tsx'

/** What travels with a form and nobody typed. */
const UNSEEN = /^(base|row-name|has-comments|confirm)$|(^|[.-])version$/

/** `beneficiaries.womenWithDisabilities` → `Beneficiaries: women with disabilities`; whose form it was is not known here. */
const inWords = (name: string): string => {
  const words = name
    .replace(/[.:]+/g, ': ')
    .replace(/([a-z])([A-Z0-9])/g, '$1 $2')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A form arrived after the session's end: the page holds what was typed until its writer has signed in again in another tab. */
export const SessionEndedPage = ({ typed }: { typed: Typed }) => {
  const { t, path } = useFrame()
  const shown = Object.entries(typed).filter(([name, value]) => value.trim() !== '' && !UNSEEN.test(name))
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
      {shown.length > 0 && (
        <>
          <SectionHeading>{t.access.typedText}</SectionHeading>
          <SummaryList rows={shown.map(([name, value]) => ({ key: inWords(name), value }))} />
        </>
      )}
    </Layout>
  )
}
