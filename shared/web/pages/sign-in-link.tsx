import { Button } from '../components/button.tsx'
import { useFrame } from '../components/frame.ts'
import { PageHeading } from '../components/heading.tsx'
import { Layout } from '../components/layout.tsx'

/** Where the mailed link leads: mail scanners open links, so only the button's POST uses it up. */
export const SignInLinkPage = ({ token }: { token: string }) => {
  const { t } = useFrame()
  return (
    <Layout title={t.access.linkTitle}>
      <PageHeading>{t.access.linkTitle}</PageHeading>
      <p class="govuk-body">{t.access.linkIntro}</p>
      <form method="post" action={`/sign-in/link/${encodeURIComponent(token)}`}>
        <Button>{t.access.useLink}</Button>
      </form>
    </Layout>
  )
}
