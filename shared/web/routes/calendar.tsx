import { Hono } from 'hono'
import { dayAt } from '#shared/domain/dates.ts'
import { readForm } from '../access/form-post.ts'
import { mendable } from '../access/mendable.ts'
import { PlanPage } from '../pages/calendar/plan.tsx'
import { SEAT_FIELDS, SeatPage } from '../pages/calendar/seat.tsx'
import { YearPage } from '../pages/calendar/year.tsx'
import { show } from '../show.tsx'
import { nowOf, type Visit, type VisitEnv, type Web } from '../visit.ts'
import { versionOf } from './report-sheet.ts'

const NOTHING_TYPED = { kind: '', from: '', with: '', reason: '' }

/** Everyone with a role reads the year and the rotation and may subscribe; the secretariat sees the plan and changes the rotation. */
export const calendarRoutes = ({ services, sector }: Web) => {
  const thisYear = (c: Visit) => dayAt(nowOf(c), sector.timeZone).slice(0, 4)
  const yearPage = async (c: Visit, year: string, own: { made?: string; notice?: string } = {}) => {
    const { made, notice } = own
    const [calendar, since] = await Promise.all([
      services.readSectorYear(versionOf(year), c.var.actor, nowOf(c)),
      services.readFeedSince(c.var.actor),
    ])
    const { host } = new URL(c.req.url)
    const subscription = { host, since, ...(made === undefined ? {} : { made: `/feeds/${made}.ics` }) }
    return show(c, <YearPage calendar={calendar} subscription={subscription} notice={notice} />)
  }
  return new Hono<VisitEnv>()
    .get('/calendar', (c) => {
      const notice = c.req.query('done') === 'ended' ? { notice: c.var.frame.t.year.revoked } : {}
      return yearPage(c, c.req.query('year') ?? thisYear(c), notice)
    })
    .post('/calendar/feed', async (c) =>
      yearPage(c, thisYear(c), { made: await services.makeFeed(c.var.actor, nowOf(c)) }),
    )
    .post('/calendar/feed/end', async (c) => {
      await services.revokeFeed(c.var.actor)
      return c.redirect('/calendar?done=ended', 303)
    })
    .get('/calendar/plan', async (c) =>
      show(c, <PlanPage lines={await services.readPlanAhead(c.var.actor, nowOf(c))} />),
    )
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
}
