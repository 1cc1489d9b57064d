import type { Refusal } from '../../access/mendable.ts'
import { Button } from '../../components/button.tsx'
import { ErrorSummary, mistakesOf } from '../../components/error-summary.tsx'
import { Select } from '../../components/form/choices.tsx'
import { TextInput } from '../../components/form/inputs.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { MEETING_FIELDS, MeetingInputs } from './meeting-form.tsx'

export const ADDED_FIELDS = ['group', 'title', ...MEETING_FIELDS] as const
export type AddedFields = Record<(typeof ADDED_FIELDS)[number], string>

/** The form for a meeting that the calendar does not propose. */
export const AddMeetingPage = ({ typed, refusal }: { typed: AddedFields; refusal?: Refusal }) => {
  const { t, sector } = useFrame()
  const at = (name: keyof AddedFields, label: string, hint = '') => ({
    name,
    label,
    value: typed[name],
    hint,
    error: refusal?.field === name ? refusal.message : undefined,
  })
  const groups = [['swg', t.calendar.workingGroup], ...sector.twgs.map(({ id, name }) => [id, name] as const)] as const
  return (
    <Layout
      title={t.calendar.add}
      hasProblems={refusal !== undefined}
      back={{ href: '/meetings', text: t.frame.backTo(t.calendar.title) }}
    >
      <ErrorSummary mistakes={mistakesOf(refusal)} />
      <PageHeading>{t.calendar.add}</PageHeading>
      <p class="govuk-body app-prose">{t.calendar.addIntro}</p>
      <form method="post" action="/meetings/new" novalidate>
        <Select {...at('group', t.calendar.group)} options={groups} />
        <TextInput {...at('title', t.calendar.meetingTitle, t.calendar.meetingTitleHint)} />
        <MeetingInputs at={at} />
        <Button>{t.calendar.addButton}</Button>
      </form>
    </Layout>
  )
}
