import { useFrame } from '../../components/frame.ts'
import { PageHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { Table } from '../../components/table.tsx'
import { Words } from '../../components/words.tsx'
import type { Messages } from '../../messages/index.ts'
import type { PlannedLine } from '../../services.ts'

/** What will be sent in the next 90 days: when, what, to whom and why. */
export const PlanPage = ({ lines }: { lines: readonly PlannedLine[] }) => {
  const { t, sector } = useFrame()
  return (
    <Layout title={t.plan.title} back={{ href: '/meetings', text: t.frame.backTo(t.calendar.title) }}>
      <PageHeading>{t.plan.title}</PageHeading>
      <p class="govuk-body app-prose">{t.plan.intro}</p>
      {lines.length === 0 ? (
        <p class="govuk-body">{t.plan.none}</p>
      ) : (
        <Table
          id="plan"
          caption={t.plan.title}
          captionHidden
          columns={[t.plan.when, t.plan.what, t.plan.to, t.plan.why].map((head) => ({ head }))}
          rows={lines.map((line) => [
            t.formats.moment(line.at, sector.timeZone),
            <Words text={whatOf(line, t)} />,
            line.to.length === 0 ? <strong>{t.plan.nobody}</strong> : <Words text={line.to.join(', ')} />,
            [t.plan.reason(line.rule), line.onceConfirmed && t.plan.onceConfirmed].filter(Boolean).join('; '),
          ])}
        />
      )}
    </Layout>
  )
}

const whatOf = ({ rule, what }: PlannedLine, t: Messages): string => {
  if (rule === 'briefs') return t.plan.briefsOf(what)
  if (rule === 'meeting-brief') return t.plan.briefFor(what)
  return rule === 'hand-over' ? t.plan.handOver(what) : what
}
