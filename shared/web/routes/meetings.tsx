import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { isSecretariat } from '#shared/domain/contact.ts'
import { dayAt } from '#shared/domain/dates.ts'
import { readForm } from '../access/form-post.ts'
import { mendable } from '../access/mendable.ts'
import { CancelMeetingPage } from '../pages/cancel-meeting.tsx'
import { MeetingPage } from '../pages/meeting.tsx'
import { MeetingsPage } from '../pages/meetings.tsx'
import { show } from '../show.tsx'
import { nowOf, type Visit, type VisitEnv, type Web } from '../visit.ts'

/** Everyone reads; the secretariat confirms, moves and cancels. */
export const meetingRoutes = (web: Web) => {
  const mayChange = (c: Visit) => isSecretariat(c.var.actor.roles, dayAt(nowOf(c), web.sector.timeZone))
  return new Hono<VisitEnv>()
    .get('/meetings', async (c) => {
      const { done, cancelled } = c.var.frame.t.calendar
      const notice = new Map(Object.entries({ saved: done, cancelled })).get(c.req.query('done') ?? '')
      return show(c, <MeetingsPage meetings={await web.services.listMeetings(c.var.actor, nowOf(c))} notice={notice} />)
    })
    .get('/meetings/:id', async (c) => {
      const meeting = await findMeeting(c, web, c.req.param('id'))
      return show(c, <MeetingPage meeting={meeting} typed={meeting} mayChange={mayChange(c)} />)
    })
    .post('/meetings/:id', async (c) => {
      const id = c.req.param('id')
      const typed = await readForm(c, ['day', 'time', 'place', 'link'])
      try {
        await web.services.scheduleMeeting({ id, ...typed }, c.var.actor, nowOf(c))
        return c.redirect('/meetings?done=saved', 303)
      } catch (error) {
        const refusal = mendable(error)
        const meeting = await findMeeting(c, web, id)
        return show(c, <MeetingPage meeting={meeting} typed={typed} mayChange={mayChange(c)} refusal={refusal} />)
      }
    })
    .get('/meetings/:id/cancel', async (c) => {
      if (!mayChange(c)) throw new HTTPException(403)
      return show(c, <CancelMeetingPage meeting={await findMeeting(c, web, c.req.param('id'))} />)
    })
    .post('/meetings/:id/cancel', async (c) => {
      const id = c.req.param('id')
      try {
        await web.services.cancelMeeting({ id }, c.var.actor, nowOf(c))
        return c.redirect('/meetings?done=cancelled', 303)
      } catch (error) {
        const refusal = mendable(error)
        return show(c, <CancelMeetingPage meeting={await findMeeting(c, web, id)} refusal={refusal} />)
      }
    })
}

const findMeeting = async (c: Visit, { services }: Web, id: string) => {
  const meeting = (await services.listMeetings(c.var.actor, nowOf(c))).find((candidate) => candidate.id === id)
  if (!meeting) throw new HTTPException(404)
  return meeting
}
