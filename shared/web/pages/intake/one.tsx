import { dayAt } from '#shared/domain/dates.ts'
import type { Refusal } from '../../access/mendable.ts'
import { Button } from '../../components/button.tsx'
import { ErrorSummary, mistakesOf } from '../../components/error-summary.tsx'
import { TextArea } from '../../components/form/inputs.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading, SectionHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { SummaryList } from '../../components/summary-list.tsx'
import { Words } from '../../components/words.tsx'
import { languageOf } from '../../messages/language-of.ts'
import type { ListedIntake } from '../../services.ts'

/** One event from another system: why it was refused, what it said, and what was done about it. */
export const IntakePage = (page: { intake: ListedIntake; note?: string; refusal?: Refusal }) => {
  const { t, sector, language } = useFrame()
  const { intake, note = '', refusal } = page
  const { type, source, receivedAt, outcome, reasons, detail, dealtWith } = intake
  const refused = outcome === 'rejected'
  const title = refused ? t.intake.oneTitle(type) : t.intake.takenInTitle(type)
  return (
    <Layout
      title={title}
      hasProblems={refusal !== undefined}
      back={{ href: '/intake', text: t.frame.backTo(t.intake.title) }}
    >
      <ErrorSummary mistakes={mistakesOf(refusal)} />
      <PageHeading caption={t.intake.oneCaption(source, t.formats.day(dayAt(receivedAt, sector.timeZone)))}>
        {title}
      </PageHeading>
      {refused && (
        <>
          <SummaryList
            rows={[
              { key: t.intake.source, value: source },
              { key: t.intake.received, value: t.formats.moment(receivedAt, sector.timeZone) },
              { key: t.intake.eventId, value: sendersId(detail) ?? t.intake.noEventId },
            ]}
          />
          <SectionHeading>{t.intake.reasons}</SectionHeading>
          <ul class="govuk-list govuk-list--bullet">
            {reasons.map((reason) => (
              <li>
                <Words text={t.intake.reasonInWords(reason)} />
              </li>
            ))}
          </ul>
          <SectionHeading>{t.intake.original}</SectionHeading>
          <p class="govuk-body">{t.intake.originalNote}</p>
          <pre class="app-code" lang={languageOf(spacedOut(detail), language)}>
            {spacedOut(detail)}
          </pre>
          <SectionHeading>{t.intake.deal}</SectionHeading>
          {dealtWith ? (
            <SummaryList
              rows={[
                {
                  key: t.intake.dealtWithBy(dealtWith.by.name, t.formats.moment(dealtWith.at, sector.timeZone)),
                  value: dealtWith.note,
                },
              ]}
            />
          ) : (
            <form method="post" action={`/intake/${intake.id}`} novalidate>
              <TextArea
                name="note"
                label={t.intake.note}
                hint={t.intake.dealIntro}
                rows={4}
                value={note}
                error={refusal?.field === 'note' ? refusal.message : undefined}
              />
              <Button>{t.intake.dealButton}</Button>
            </form>
          )}
        </>
      )}
    </Layout>
  )
}

/** Only what was kept whole can be read; the rest is shown as it stands. */
const read = (detail: string | undefined): unknown => {
  try {
    return JSON.parse(detail ?? '')
  } catch {
    return undefined
  }
}

const sendersId = (detail: string | undefined): string | undefined => {
  const id = (read(detail) as { id?: unknown } | null | undefined)?.id
  return typeof id === 'string' && id !== '' ? id : undefined
}

/** A line for each value, so that a person finds the one that a reason names. */
const spacedOut = (detail: string | undefined): string => {
  const value = read(detail)
  return value === undefined ? (detail ?? '') : JSON.stringify(value, null, 1)
}
