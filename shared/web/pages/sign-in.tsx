import { Button } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Hidden, TextInput } from '../components/form/inputs.tsx'
import { useFrame } from '../components/frame.ts'
import { PageHeading } from '../components/heading.tsx'
import { Layout } from '../components/layout.tsx'
import { Notice, NoticeText } from '../components/notice.tsx'

/** Asks for the e-mail address. `next` is where the person wanted to go. */
export const SignInPage = (page: {
  next: string
  email?: string
  error?: string | undefined
  notice?: string | undefined
}) => {
  const { t } = useFrame()
  const { error } = page
  return (
    <Layout
      title={t.access.signIn}
      hasProblems={error !== undefined}
      notice={
        page.notice && (
          <Notice>
            <NoticeText>{page.notice}</NoticeText>
          </Notice>
        )
      }
    >
      <ErrorSummary mistakes={error ? [{ href: '#email', message: error }] : []} />
      <PageHeading>{t.access.signIn}</PageHeading>
      <p class="govuk-body">{t.access.signInIntro}</p>
      <form method="post" action="/sign-in" novalidate>
        <Hidden name="next" value={page.next} />
        <TextInput
          name="email"
          label={t.access.email}
          hint={t.access.emailHint}
          type="email"
          autocomplete="email"
          value={page.email ?? ''}
          error={error}
        />
        <Button>{t.access.sendMail}</Button>
      </form>
    </Layout>
  )
}
