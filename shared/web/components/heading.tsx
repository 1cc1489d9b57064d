import type { Child } from 'hono/jsx'
import { mixed } from './mixed-text.tsx'

/** The one h1 of a page, with what it belongs to above it. */
export const PageHeading = ({ caption, children }: { caption?: string; children?: Child }) => (
  <h1 class="govuk-heading-l">
    {caption && <span class="govuk-caption-l">{caption} </span>}
    {mixed(children)}
  </h1>
)

export const SectionHeading = ({ id, children }: { id?: string; children?: Child }) => (
  <h2 class="govuk-heading-m" id={id}>
    {mixed(children)}
  </h2>
)
