import { Hono } from 'hono'
import { readForm } from '../access/form-post.ts'
import { mendable } from '../access/mendable.ts'
import { SEAT_FIELDS, SeatPage } from '../pages/calendar/seat.tsx'
import { show } from '../show.tsx'
import { nowOf, type VisitEnv, type Web } from '../visit.ts'
import { versionOf } from './report-sheet.ts'

const NOTHING_TYPED = { kind: '', from: '', with: '', reason: '' }

/** Everyone with a role reads the rotation; the secretariat changes it. */
export const calendarRoutes = ({ services }: Web) =>
  new Hono<VisitEnv>()
    .get('/calendar/seat', async (c) => {
      const seat = await services.readSeat(c.var.actor, nowOf(c))
      return show(c, <SeatPage seat={seat} typed={NOTHING_TYPED} done={c.req.query('done') === 'changed'} />)
    })
    .post('/calendar/seat', async (c) => {
      const { version, ...typed } = await readForm(c, [...SEAT_FIELDS, 'version'])
      try {
        await services.changeSeat({ ...typed, version: versionOf(version) }, c.var.actor, nowOf(c))
        return c.redirect('/calendar/seat?done=changed', 303)
      } catch (error) {
        const refusal = mendable(error)
        const seat = await services.readSeat(c.var.actor, nowOf(c))
        return show(c, <SeatPage seat={seat} typed={typed} refusal={refusal} />)
      }
    })
