import type { Refusal } from '../../access/mendable.ts'
import { Button } from '../../components/button.tsx'
import { ErrorSummary, mistakesOf } from '../../components/error-summary.tsx'
import { Select } from '../../components/form/choices.tsx'
import { groupOptions, seatOptions } from '../../components/form/group-options.ts'
import { TextInput } from '../../components/form/inputs.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { LanguageInput } from './language-input.tsx'

export const CONTACT_FIELDS = ['name', 'email', 'organisation', 'language', 'role', 'group', 'seat'] as const
export type ContactFields = Record<(typeof CONTACT_FIELDS)[number], string>

/** A person with a first role; a donor's name as seat counts while that donor has the turn. */
export const NewContactPage = ({ typed, refusal }: { typed: ContactFields; refusal?: Refusal }) => {
  const { t, sector } = useFrame()
  const at = (name: keyof ContactFields, label: string) => ({
    name,
    label,
    value: typed[name],
    error: refusal?.field === name ? refusal.message : undefined,
  })
  return (
    <Layout
      title={t.contacts.add}
      hasProblems={refusal !== undefined}
      back={{ href: '/contacts', text: t.frame.backTo(t.contacts.title) }}
    >
      <ErrorSummary mistakes={mistakesOf(refusal)} />
      <PageHeading>{t.contacts.add}</PageHeading>
      <form method="post" action="/contacts/new" novalidate>
        <TextInput {...at('name', t.contacts.name)} />
        <TextInput {...at('email', t.contacts.email)} type="email" />
        <TextInput {...at('organisation', t.frame.optional(t.contacts.organisation))} />
        <LanguageInput {...at('language', t.contacts.language)} />
        <Select {...at('role', t.contacts.role)} options={Object.entries(t.contacts.roles)} />
        <Select {...at('group', t.contacts.group)} options={groupOptions(sector, t)} />
        <Select
          {...at('seat', t.contacts.seat)}
          hint={t.contacts.seatHint}
          empty={t.contacts.noSeat}
          options={seatOptions(sector)}
        />
        <Button>{t.contacts.addButton}</Button>
      </form>
    </Layout>
  )
}
