import type { Contact, Role } from '#shared/domain/contact.ts'
import { ButtonLink } from '../../components/button.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice, NoticeText } from '../../components/notice.tsx'
import { Table } from '../../components/table.tsx'
import { roleText } from './role-text.ts'

type Listed = { readonly contact: Contact; readonly roles: readonly Role[] }

/** Everyone whom the secretariat knows, with what they may do and since when. */
export const ContactsPage = ({ contacts, added }: { contacts: readonly Listed[]; added: boolean }) => {
  const frame = useFrame()
  const { t } = frame
  return (
    <Layout
      title={t.contacts.title}
      notice={
        added && (
          <Notice done>
            <NoticeText>{t.contacts.done}</NoticeText>
          </Notice>
        )
      }
    >
      <PageHeading>{t.contacts.title}</PageHeading>
      <ButtonLink href="/contacts/new">{t.contacts.add}</ButtonLink>
      {contacts.length === 0 ? (
        <p class="govuk-body">{t.contacts.none}</p>
      ) : (
        <Table
          id="contacts"
          caption={t.contacts.title}
          captionHidden
          columns={[t.contacts.name, t.contacts.organisation, t.contacts.rolesOf, t.contacts.email].map((head) => ({
            head,
          }))}
          rows={contacts.map(({ contact, roles }) => [
            <a class="govuk-link" href={`/contacts/${encodeURIComponent(contact.id)}`}>
              {contact.name}
            </a>,
            contact.organisation,
            roles.map((role) => <div>{roleText(role, frame)}</div>),
            <>
              {contact.email}
              {contact.mailSuspended && (
                <>
                  <br />
                  <strong>{t.contacts.suspended}</strong>
                </>
              )}
            </>,
          ])}
        />
      )}
    </Layout>
  )
}
