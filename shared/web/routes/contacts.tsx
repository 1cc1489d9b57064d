import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { isSecretariat } from '#shared/domain/contact.ts'
import { dayAt } from '#shared/domain/dates.ts'
import { readForm } from '../access/form-post.ts'
import { mendable } from '../access/mendable.ts'
import { ContactsPage } from '../pages/contacts.tsx'
import { CONTACT_FIELDS, NewContactPage } from '../pages/new-contact.tsx'
import { show } from '../show.tsx'
import { nowOf, type VisitEnv, type Web } from '../visit.ts'

const nothingTyped = { name: '', email: '', organisation: '', role: '', group: '', seat: '' }

/** The secretariat's list of people and roles. */
export const contactRoutes = ({ services, sector }: Web) =>
  new Hono<VisitEnv>()
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
