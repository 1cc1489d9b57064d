import type { Refusal } from '../access/mendable.ts'
import { useFrame } from './frame.ts'
import { mixed } from './mixed-text.tsx'

/** Something to mend, and the address of the very place where it can be mended. */
export interface Mistake {
  /** The id of the field on this page, or a page and its field: `/reports/…/header#preparedBy`. */
  readonly href?: string
  readonly message: string
}

/** A refusal as what is to be mended, beside its field where it has one. */
export const mistakesOf = (refusal: Refusal | undefined): Mistake[] =>
  refusal ? [{ message: refusal.message, ...(refusal.field ? { href: `#${refusal.field}` } : {}) }] : []

/** What is to be mended on this page, first of all; takes the focus where there is JavaScript. */
export const ErrorSummary = ({ mistakes, title }: { mistakes: readonly Mistake[]; title?: string }) => {
  const { t } = useFrame()
  if (mistakes.length === 0) return null
  return (
    <div class="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title ?? t.frame.problemTitle}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {mistakes.map(({ href, message }) => (
              <li>{href ? <a href={href}>{mixed(message)}</a> : mixed(message)}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}
