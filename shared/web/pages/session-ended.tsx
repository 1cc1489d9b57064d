import { fullName } from '#shared/domain/forms/form.ts'
import type { Typed } from '#shared/domain/report.ts'
import { Button } from '../components/button.tsx'
import { optionText, typedText } from '../components/form/field-text.ts'
import { groupOptions, seatOptions } from '../components/form/group-options.ts'
import { Hidden } from '../components/form/inputs.tsx'
import { type Frame, useFrame } from '../components/frame.ts'
import { PageHeading, SectionHeading } from '../components/heading.tsx'
import { Layout } from '../components/layout.tsx'
import { SummaryList, type SummaryRow } from '../components/summary-list.tsx'
import { askedAt } from '../report-draft/asked-at.ts'

/** What travels with a form and nobody typed. */
const UNSEEN = /^(base|row-name|has-comments|confirm)$|(^|[.-])version$/

/** `beneficiaries.womenWithDisabilities` → `Beneficiaries: women with disabilities`, where it is not known whose field it is. */
const inWords = (name: string): string => {
  const words = name
    .replace(/[.:]+/g, ': ')
    .replace(/([a-z])([A-Z0-9])/g, '$1 $2')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The options of forms that are no part of a report, by the last word of their field's name. */
const optionsElsewhere = ({ t, sector }: Frame) =>
  new Map<string, Readonly<Record<string, string>>>([
    ['group', Object.fromEntries(groupOptions(sector, t))],
    ['seat', Object.fromEntries(seatOptions(sector))],
    ['role', t.contacts.roles],
    ['status', t.actions.status],
    ['source', t.ledger.sources],
    ['form', t.ledger.forms],
    ['earmarking', t.ledger.earmarkings],
    ['type', t.ledger.types],
  ])

/** What was typed, a line a field: under the field's name as its page says it, and with the words of what was chosen. */
const linesOf = (typed: Typed, frame: Frame): SummaryRow[] => {
  const asked = new Map(askedAt(frame.path).map((field) => [field.path, field]))
  const elsewhere = optionsElsewhere(frame)
  return Object.entries(typed)
    .filter(([name, value]) => value.trim() !== '' && !UNSEEN.test(name))
    .map(([name, value]) => {
      const field = asked.get(name)
      const key = field ? fullName(field) : inWords(name)
      if (field?.kind === 'choice' || field?.kind === 'choices')
        return { key, value: typedText(field, value, frame.sector, frame.t) }
      const options = field ? undefined : elsewhere.get(name.split('.').at(-1) ?? '')
      return { key, value: options ? optionText(options, value) : value }
    })
}

/** A form arrived after the session's end: the page holds what was typed until its writer has signed in again in another tab. */
export const SessionEndedPage = ({ typed }: { typed: Typed }) => {
  const frame = useFrame()
  const { t, path } = frame
  const lines = linesOf(typed, frame)
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
      {lines.length > 0 && (
        <>
          <SectionHeading>{t.access.typedText}</SectionHeading>
          <SummaryList rows={lines} />
        </>
      )}
    </Layout>
  )
}
