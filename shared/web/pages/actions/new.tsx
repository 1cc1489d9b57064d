import type { Refusal } from '../../access/mendable.ts'
import { Button } from '../../components/button.tsx'
import { ErrorSummary, mistakesOf } from '../../components/error-summary.tsx'
import { Select } from '../../components/form/choices.tsx'
import { groupOptions } from '../../components/form/group-options.ts'
import { useFrame } from '../../components/frame.ts'
import { PageHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { AgreedFields } from './agreed-fields.tsx'

export const NEW_ACTION_FIELDS = ['group', 'text', 'owner', 'due'] as const
type NewActionFields = Record<(typeof NEW_ACTION_FIELDS)[number], string>

/** Records what was agreed, by whom, by when. */
export const NewActionPointPage = ({ typed, refusal }: { typed: NewActionFields; refusal?: Refusal }) => {
  const { t, sector } = useFrame()
  return (
    <Layout
      title={t.actions.add}
      hasProblems={refusal !== undefined}
      back={{ href: '/actions', text: t.frame.backTo(t.actions.title) }}
    >
      <ErrorSummary mistakes={mistakesOf(refusal)} />
      <PageHeading>{t.actions.add}</PageHeading>
      <form method="post" action="/actions/new" novalidate>
        <Select
          name="group"
          label={t.actions.group}
          value={typed.group}
          error={refusal?.field === 'group' ? refusal.message : undefined}
          options={groupOptions(sector, t).filter(([id]) => !id.startsWith('donor:'))}
        />
        <AgreedFields typed={typed} refusal={refusal} />
        <Button>{t.actions.addButton}</Button>
      </form>
    </Layout>
  )
}
