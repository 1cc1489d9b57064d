import type { Child } from 'hono/jsx'

export const Button = ({ kind, children }: { kind?: 'secondary' | 'warning'; children?: Child }) => (
  <button type="submit" class={`govuk-button${kind ? ` govuk-button--${kind}` : ''}`}>
    {children}
  </button>
)

/** A link that looks like a button, because it begins something. */
export const ButtonLink = ({ href, children }: { href: string; children?: Child }) => (
  <a href={href} class="govuk-button govuk-button--secondary app-no-print">
    {children}
  </a>
)
