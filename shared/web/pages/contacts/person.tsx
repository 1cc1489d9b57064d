import { type Contact, holdsOn, type Role } from '#shared/domain/contact.ts'
import { dayAt } from '#shared/domain/dates.ts'
import type { Refusal } from '../../access/mendable.ts'
import { Button } from '../../components/button.tsx'
import { ErrorSummary, mistakesOf } from '../../components/error-summary.tsx'
import { Hidden, TextInput } from '../../components/form/inputs.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading, SectionHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice, NoticeText } from '../../components/notice.tsx'
import { LanguageInput } from './language-input.tsx'
import { roleText } from './role-text.ts'

export const PERSON_FIELDS = ['name', 'email', 'organisation', 'language'] as const
export type PersonFields = Record<(typeof PERSON_FIELDS)[number], string>

interface PersonPageProps {
  readonly contact: Contact
  readonly roles: readonly Role[]
  readonly typed: PersonFields
  readonly refusal?: Refusal
  readonly notice?: string | undefined
}

/** One contact: who it is, what mail does, what the person may do, and where they are signed in. */
export const PersonPage = ({ contact, roles, typed, refusal, notice }: PersonPageProps) => {
  const { t } = useFrame()
  const path = `/contacts/${encodeURIComponent(contact.id)}`
  const at = (name: keyof PersonFields, label: string) => ({
    name,
    label,
    value: typed[name],
    error: refusal?.field === name ? refusal.message : undefined,
  })
  return (
    <Layout
      title={contact.name}
      hasProblems={refusal !== undefined}
      back={{ href: '/contacts', text: t.frame.backTo(t.contacts.title) }}
      notice={
        notice && (
          <Notice done>
            <NoticeText>{notice}</NoticeText>
          </Notice>
        )
      }
    >
      <ErrorSummary mistakes={mistakesOf(refusal)} />
      <PageHeading>{contact.name}</PageHeading>
      <form method="post" action={path} novalidate>
        <TextInput {...at('name', t.contacts.name)} />
        <TextInput {...at('email', t.contacts.email)} type="email" hint={t.contacts.emailHint} />
        <TextInput {...at('organisation', t.frame.optional(t.contacts.organisation))} />
        <LanguageInput {...at('language', t.contacts.language)} />
        <Button>{t.frame.save}</Button>
      </form>
      {contact.mailSuspended && (
        <>
          <SectionHeading>{t.contacts.suspended}</SectionHeading>
          <p class="govuk-body app-prose">{t.contacts.liftIntro}</p>
          <form method="post" action={`${path}/lift-suspension`}>
            <Button kind="secondary">{t.contacts.lift}</Button>
          </form>
        </>
      )}
      <SectionHeading>{t.contacts.rolesOf}</SectionHeading>
      <Roles path={path} roles={roles} />
      <SectionHeading>{t.contacts.signIns}</SectionHeading>
      <p class="govuk-body app-prose">{t.contacts.endSessionsIntro}</p>
      <form method="post" action={`${path}/end-sessions`}>
        <Button kind="warning">{t.contacts.endSessions}</Button>
      </form>
    </Layout>
  )
}

/** Each role with a button to end it; past ones stay to be read. */
const Roles = ({ path, roles }: { path: string; roles: readonly Role[] }) => {
  const frame = useFrame()
  const { t, now, sector } = frame
  const today = dayAt(now, sector.timeZone)
  if (roles.length === 0) return <p class="govuk-body">{t.frame.none}</p>
  return (
    <ul class="govuk-list">
      {roles.map((role) => (
        <li>
          {roleText(role, frame)}
          {(holdsOn(role, today) || role.from > today) && (
            <form method="post" action={`${path}/end-role`}>
              <Hidden name="group" value={role.group} />
              <Hidden name="role" value={role.role} />
              <Hidden name="from" value={role.from} />
              <Button kind="secondary">
                {t.contacts.endRole}
                <span class="govuk-visually-hidden"> {roleText(role, frame)}</span>
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
