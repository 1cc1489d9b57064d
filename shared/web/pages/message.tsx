import type { Child } from 'hono/jsx'
import { useFrame } from '../components/frame.ts'
import { PageHeading } from '../components/heading.tsx'
import { Layout } from '../components/layout.tsx'

/** A page that says one thing and where to go from there: what was not found, refused or broken. */
export const MessagePage = ({ title, text, onward }: { title: string; text: string; onward?: Child }) => {
  const { t } = useFrame()
  return (
    <Layout title={title}>
      <PageHeading>{title}</PageHeading>
      <p class="govuk-body app-prose">{text}</p>
      <p class="govuk-body">
        {onward ?? (
          <a class="govuk-link" href="/">
            {t.errors.toDesk}
          </a>
        )}
      </p>
    </Layout>
  )
}
