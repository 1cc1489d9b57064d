import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { isSecretariat, RoleName } from '#shared/domain/contact.ts'
import { dayAt } from '#shared/domain/dates.ts'
import { readForm } from '../access/form-post.ts'
import { mendable } from '../access/mendable.ts'
import { ContactsPage } from '../pages/contacts/list.tsx'
import { CONTACT_FIELDS, NewContactPage } from '../pages/contacts/new.tsx'
import { PERSON_FIELDS, type PersonFields, PersonPage } from '../pages/contacts/person.tsx'
import { show } from '../show.tsx'
import { nowOf, type Visit, type VisitEnv, type Web } from '../visit.ts'

const nothingTyped = { name: '', email: '', organisation: '', language: 'en', role: '', group: '', seat: '' }

/** The secretariat's list of people and roles. */
export const contactRoutes = (web: Web) => {
  const { services, sector } = web
  return new Hono<VisitEnv>()
    .get('/contacts', async (c) =>
      show(
        c,
        <ContactsPage
          contacts={await services.listContacts(c.var.actor, nowOf(c))}
          added={c.req.query('added') !== undefined}
        />,
      ),
    )
    .get('/contacts/new', (c) => {
      if (!isSecretariat(c.var.actor.roles, dayAt(nowOf(c), sector.timeZone))) throw new HTTPException(403)
      return show(c, <NewContactPage typed={nothingTyped} />)
    })
    .post('/contacts/new', async (c) => {
      const typed = await readForm(c, CONTACT_FIELDS)
      try {
        await services.recordContact(typed, c.var.actor, nowOf(c))
        return c.redirect('/contacts?added', 303)
      } catch (error) {
        return show(c, <NewContactPage typed={typed} refusal={mendable(error)} />)
      }
    })
    .get('/contacts/:id', async (c) => show(c, await personPage(c, web)))
    .post('/contacts/:id', async (c) => {
      const typed = await readForm(c, PERSON_FIELDS)
      return changed(c, web, (id) => services.changeContact({ id, ...typed }, c.var.actor, nowOf(c)), typed)
    })
    .post('/contacts/:id/end-role', async (c) => {
      const { group, role, from } = await readForm(c, ['group', 'role', 'from'])
      const name = RoleName.safeParse(role)
      if (!name.success) throw new HTTPException(404)
      const key = { group, role: name.data, from }
      return changed(c, web, (id) => services.endRole({ id, ...key }, c.var.actor, nowOf(c)))
    })
    .post('/contacts/:id/lift-suspension', (c) =>
      changed(c, web, (id) => services.liftMailSuspension(id, c.var.actor, nowOf(c))),
    )
    .post('/contacts/:id/end-sessions', (c) =>
      changed(c, web, (id) => services.endSessionsOf(id, c.var.actor, nowOf(c))),
    )
}

const personPage = async (c: Visit, { services }: Web, after: Partial<Parameters<typeof PersonPage>[0]> = {}) => {
  const { contact, roles } = await services.readContact(c.req.param('id') ?? '', c.var.actor, nowOf(c))
  const notice = c.req.query('done') === undefined ? undefined : c.var.frame.t.contacts.saved
  return <PersonPage contact={contact} roles={roles} typed={contact} notice={notice} {...after} />
}

/** Back to the person, who is shown as they are now; what was typed stays where it was refused. */
const changed = async (
  c: Visit,
  web: Web,
  change: (id: string) => Promise<void>,
  typed?: PersonFields,
): Promise<Response> => {
  const id = c.req.param('id') ?? ''
  try {
    await change(id)
    return c.redirect(`/contacts/${encodeURIComponent(id)}?done`, 303)
  } catch (error) {
    return show(c, await personPage(c, web, { refusal: mendable(error), ...(typed && { typed }) }))
  }
}
