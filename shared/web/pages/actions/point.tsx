import type { ActionPoint } from '#shared/domain/action-point.ts'
import { isSecretariat } from '#shared/domain/contact.ts'
import { dayAt } from '#shared/domain/dates.ts'
import type { Refusal } from '../../access/mendable.ts'
import { Button } from '../../components/button.tsx'
import { ErrorSummary, mistakesOf } from '../../components/error-summary.tsx'
import { Radios } from '../../components/form/choices.tsx'
import { Hidden, TextArea } from '../../components/form/inputs.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading, SectionHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { Table } from '../../components/table.tsx'
import { Words } from '../../components/words.tsx'
import { AgreedFields } from './agreed-fields.tsx'

export const ACTION_FIELDS = ['text', 'owner', 'due', 'status', 'note'] as const
type ActionFields = Record<(typeof ACTION_FIELDS)[number], string>

/** What stands in the form when it is opened. */
export const actionFieldsOf = ({ text, owner, due, status, note }: ActionPoint): ActionFields => ({
  text,
  owner: owner.name,
  due,
  status,
  note,
})

/** One action point: how it stands, for the secretariat also what was agreed, and every version. */
export const ActionPointPage = (page: { point: ActionPoint; typed: ActionFields; refusal?: Refusal }) => {
  const { t, sector, actor, now } = useFrame()
  const { point, typed, refusal } = page
  const errorAt = (name: string) => (refusal?.field === name ? refusal.message : undefined)
  const secretariat = actor !== undefined && isSecretariat(actor.roles, dayAt(now, sector.timeZone))
  return (
    <Layout
      title={t.actions.update}
      hasProblems={refusal !== undefined}
      back={{ href: '/actions', text: t.frame.backTo(t.actions.title) }}
    >
      <ErrorSummary mistakes={mistakesOf(refusal)} />
      <PageHeading caption={t.actions.ownerAndDue(point.owner.name, t.formats.day(point.due))}>
        {point.text}
      </PageHeading>
      <form method="post" action={`/actions/${encodeURIComponent(point.id)}`} novalidate>
        <Hidden name="version" value={point.version} />
        <Radios
          name="status"
          label={t.actions.statusLabel}
          value={typed.status}
          error={errorAt('status')}
          options={Object.entries(t.actions.status)}
        />
        <TextArea
          name="note"
          label={t.actions.note}
          hint={t.actions.noteHint}
          rows={4}
          value={typed.note}
          error={errorAt('note')}
        />
        {secretariat && <AgreedFields typed={typed} refusal={refusal} />}
        <Button>{t.actions.updateButton}</Button>
      </form>
      <SectionHeading>{t.actions.history}</SectionHeading>
      <History point={point} />
    </Layout>
  )
}

const History = ({ point }: { point: ActionPoint }) => {
  const { t, sector } = useFrame()
  const { version, changedAt, changedBy, statusLabel, note, owner, due, status } = t.actions
  return (
    <Table
      id="history"
      caption={t.actions.history}
      captionHidden
      columns={[version, changedAt, changedBy, statusLabel, note, owner, due].map((head) => ({ head }))}
      rows={point.history
        .toReversed()
        .map((past) => [
          String(past.version),
          t.formats.moment(past.at, sector.timeZone),
          <Words text={past.by} />,
          status[past.status],
          <Words text={past.note} />,
          <Words text={past.owner} />,
          t.formats.day(past.due),
        ])}
    />
  )
}
