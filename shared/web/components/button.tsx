import type { Child } from 'hono/jsx'

/** @param action where its form goes by this button, if not where the form says */
export const Button = ({
  kind,
  action,
  children,
}: {
  kind?: 'secondary' | 'warning'
  action?: string
  children?: Child
}) => (
  <button type="submit" formaction={action} class={`govuk-button${kind ? ` govuk-button--${kind}` : ''}`}>
    {children}
  </button>
)

/** A link that looks like a button, because it begins something. */
export const ButtonLink = ({ href, children }: { href: string; children?: Child }) => (
  <a href={href} class="govuk-button govuk-button--secondary app-no-print">
    {children}
  </a>
)
