import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { isSecretariat } from '#shared/domain/contact.ts'
import { dayAt } from '#shared/domain/dates.ts'
import { readForm } from '../access/form-post.ts'
import { mendable } from '../access/mendable.ts'
import { ActionPointsPage } from '../pages/actions/list.tsx'
import { NEW_ACTION_FIELDS, NewActionPointPage } from '../pages/actions/new.tsx'
import { ACTION_FIELDS, ActionPointPage, actionFieldsOf } from '../pages/actions/point.tsx'
import { show } from '../show.tsx'
import { nowOf, type VisitEnv, type Web } from '../visit.ts'
import { versionOf } from './report-sheet.ts'

/** Everyone with a role reads the list; the secretariat adds; chair and alternate update their TWG's. */
export const actionRoutes = ({ services, sector }: Web) =>
  new Hono<VisitEnv>()
    .get('/actions', async (c) => {
      const { added, saved } = c.var.frame.t.actions
      const notice = new Map(Object.entries({ added, saved })).get(c.req.query('done') ?? '')
      return show(
        c,
        <ActionPointsPage groups={await services.listActionPoints(c.var.actor, nowOf(c))} notice={notice} />,
      )
    })
    .get('/actions/new', (c) => {
      if (!isSecretariat(c.var.actor.roles, dayAt(nowOf(c), sector.timeZone))) throw new HTTPException(403)
      return show(c, <NewActionPointPage typed={{ group: '', text: '', owner: '', due: '' }} />)
    })
    .post('/actions/new', async (c) => {
      const typed = await readForm(c, NEW_ACTION_FIELDS)
      try {
        await services.openActionPoint(typed, c.var.actor, nowOf(c))
        return c.redirect('/actions?done=added', 303)
      } catch (error) {
        return show(c, <NewActionPointPage typed={typed} refusal={mendable(error)} />)
      }
    })
    .get('/actions/:id', async (c) => {
      const point = await services.readActionPoint(c.req.param('id'), c.var.actor, nowOf(c))
      return show(c, <ActionPointPage point={point} typed={actionFieldsOf(point)} />)
    })
    .post('/actions/:id', async (c) => {
      const id = c.req.param('id')
      const { version, ...typed } = await readForm(c, [...ACTION_FIELDS, 'version'])
      try {
        await services.updateActionPoint({ id, version: versionOf(version), ...typed }, c.var.actor, nowOf(c))
        return c.redirect('/actions?done=saved', 303)
      } catch (error) {
        const refusal = mendable(error)
        const point = await services.readActionPoint(id, c.var.actor, nowOf(c))
        return show(c, <ActionPointPage point={point} typed={typed} refusal={refusal} />)
      }
    })
