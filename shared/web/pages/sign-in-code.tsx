import { Button } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { TextInput } from '../components/form/inputs.tsx'
import { useFrame } from '../components/frame.ts'
import { PageHeading } from '../components/heading.tsx'
import { Layout } from '../components/layout.tsx'

/** The same page whether the address is known or not. */
export const SignInCodePage = ({ error }: { error?: string }) => {
  const { t } = useFrame()
  return (
    <Layout title={t.access.checkMail} hasProblems={error !== undefined}>
      <ErrorSummary mistakes={error ? [{ href: '#code', message: error }] : []} />
      <PageHeading>{t.access.checkMail}</PageHeading>
      <p class="govuk-body">{t.access.mailSent}</p>
      <p class="govuk-body">{t.access.mailLives}</p>
      <form method="post" action="/sign-in/code" novalidate>
        <TextInput
          name="code"
          label={t.access.code}
          hint={t.access.codeHint}
          inputmode="numeric"
          autocomplete="one-time-code"
          width="govuk-input--width-10"
          value=""
          error={error}
        />
        <Button>{t.access.useCode}</Button>
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href="/sign-in">
          {t.access.otherAddress}
        </a>
      </p>
    </Layout>
  )
}
