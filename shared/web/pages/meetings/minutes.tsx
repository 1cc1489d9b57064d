import { MOST_NEW_POINTS } from '#shared/domain/minutes.ts'
import type { Refusal } from '../../access/mendable.ts'
import { Button } from '../../components/button.tsx'
import { ErrorSummary, mistakesOf } from '../../components/error-summary.tsx'
import { Hidden, TextArea, TextInput } from '../../components/form/inputs.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading, SectionHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import type { MeetingSheet } from '../../services.ts'
import { AgreedPoints } from './minutes-section.tsx'

const PLACES = Array.from({ length: MOST_NEW_POINTS }, (_, index) => index + 1)
const POINT_FIELDS = ['text', 'owner', 'due'] as const
export const MINUTES_FIELDS: readonly string[] = [
  'version',
  'summary',
  'decisions',
  ...PLACES.flatMap((place) => POINT_FIELDS.map((field) => `point${place}-${field}`)),
]

/** The new action points of a form by their places; a place that was left empty has empty texts. */
export const newPointsOf = (typed: Readonly<Record<string, string>>) =>
  PLACES.map((place) => {
    const at = (field: string) => typed[`point${place}-${field}`] ?? ''
    return { text: at('text'), owner: at('owner'), due: at('due') }
  })

/** Records what a meeting came to, or adds to it. */
export const MinutesPage = (page: {
  sheet: MeetingSheet
  typed: Readonly<Record<string, string>>
  refusal?: Refusal
}) => {
  const { t } = useFrame()
  const { sheet, typed, refusal } = page
  const { meeting, minutes } = sheet
  const path = `/meetings/${encodeURIComponent(meeting.id)}`
  const at = (name: string, label: string) => ({
    name,
    label,
    value: typed[name] ?? '',
    error: refusal?.field === name ? refusal.message : undefined,
  })
  return (
    <Layout
      title={t.minutes.titleOf(meeting.title)}
      hasProblems={refusal !== undefined}
      back={{ href: path, text: t.frame.backTo(meeting.title) }}
    >
      <ErrorSummary mistakes={mistakesOf(refusal)} />
      <PageHeading caption={t.formats.dayAndTime(meeting.day, meeting.time)}>
        {t.minutes.titleOf(meeting.title)}
      </PageHeading>
      <p class="govuk-body app-prose">{t.minutes.intro}</p>
      <form method="post" action={`${path}/minutes`} novalidate>
        <Hidden name="version" value={minutes?.version ?? 0} />
        <TextArea {...at('summary', t.frame.optional(t.minutes.summary))} rows={8} />
        <TextArea {...at('decisions', t.frame.optional(t.minutes.decisions))} hint={t.minutes.decisionsHint} rows={6} />
        <SectionHeading>{t.minutes.actionPoints}</SectionHeading>
        {minutes && minutes.actionPoints.length > 0 && (
          <>
            <h3 class="govuk-heading-s">{t.minutes.agreed}</h3>
            <AgreedPoints points={minutes.actionPoints} />
          </>
        )}
        <p class="govuk-body">{t.minutes.newPointHint}</p>
        {PLACES.map((place) => (
          <>
            <h3 class="govuk-heading-s">{t.minutes.newPoint(place)}</h3>
            <TextArea {...at(`point${place}-text`, t.minutes.text(place))} rows={2} />
            <TextInput {...at(`point${place}-owner`, t.minutes.owner(place))} hint={t.actions.ownerHint} />
            <TextInput
              {...at(`point${place}-due`, t.minutes.due(place))}
              hint={t.report.dateHint}
              width="govuk-input--width-10"
            />
          </>
        ))}
        <Button>{t.minutes.button}</Button>
      </form>
    </Layout>
  )
}
