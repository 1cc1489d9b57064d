import type { Child } from 'hono/jsx'
import { mixed } from './mixed-text.tsx'
import { Words } from './words.tsx'

export interface SummaryRow {
  readonly key: string
  readonly value: Child
  /** `what` is read out after `text`, so that each link is told apart. */
  readonly change?: { readonly href: string; readonly text: string; readonly what: string } | undefined
}

/** Questions and answers, or names and facts. */
export const SummaryList = ({ rows }: { rows: readonly SummaryRow[] }) => (
  <dl class="govuk-summary-list">
    {rows.map(({ key, value, change }) => (
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">{mixed(key)}</dt>
        <dd class="govuk-summary-list__value">{typeof value === 'string' ? <Words text={value} /> : value}</dd>
        {change && (
          <dd class="govuk-summary-list__actions app-no-print">
            <a class="govuk-link" href={change.href}>
              {change.text}
              <span class="govuk-visually-hidden">{mixed(change.what)}</span>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
)
