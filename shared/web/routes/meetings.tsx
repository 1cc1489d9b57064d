import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type Meeting, wasConfirmed } from '#shared/domain/calendar/meeting.ts'
import { isSecretariat, mayReport } from '#shared/domain/contact.ts'
import { dayAt } from '#shared/domain/dates.ts'
import { readForm } from '../access/form-post.ts'
import { mendable } from '../access/mendable.ts'
import { ADDED_FIELDS, AddMeetingPage } from '../pages/meetings/add.tsx'
import { CancelMeetingPage } from '../pages/meetings/cancel.tsx'
import { MeetingsPage } from '../pages/meetings/list.tsx'
import { MeetingPage } from '../pages/meetings/meeting.tsx'
import { MEETING_FIELDS, meetingFieldsOf } from '../pages/meetings/meeting-form.tsx'
import { MINUTES_FIELDS, MinutesPage, newPointsOf } from '../pages/meetings/minutes.tsx'
import { show } from '../show.tsx'
import { nowOf, type Visit, type VisitEnv, type Web } from '../visit.ts'
import { versionOf } from './report-sheet.ts'

const NOTHING_TYPED = { group: '', title: '', day: '', time: '', place: '', link: '', agenda: '' }

/** Everyone reads; the secretariat adds, confirms, moves and cancels; it and the chair of the TWG record minutes. */
export const meetingRoutes = ({ services, sector }: Web) => {
  const today = (c: Visit) => dayAt(nowOf(c), sector.timeZone)
  const sheetOf = (c: Visit, id: string) => services.readMeeting(id, c.var.actor, nowOf(c))
  return new Hono<VisitEnv>()
    .get('/meetings', async (c) => {
      const notice = new Map(Object.entries(c.var.frame.t.calendar.done)).get(c.req.query('done') ?? '')
      return show(c, <MeetingsPage meetings={await services.listMeetings(c.var.actor, nowOf(c))} notice={notice} />)
    })
    .get('/meetings/new', (c) => {
      if (!isSecretariat(c.var.actor.roles, today(c))) throw new HTTPException(403)
      return show(c, <AddMeetingPage typed={{ ...NOTHING_TYPED, time: sector.cadence.meetingTime.start }} />)
    })
    .post('/meetings/new', async (c) => {
      const typed = await readForm(c, ADDED_FIELDS)
      try {
        await services.addMeeting(typed, c.var.actor, nowOf(c))
        return c.redirect('/meetings?done=saved', 303)
      } catch (error) {
        return show(c, <AddMeetingPage typed={typed} refusal={mendable(error)} />)
      }
    })
    .get('/meetings/:id', async (c) => {
      const sheet = await sheetOf(c, c.req.param('id'))
      const { saved, unchanged } = c.var.frame.t.minutes
      const notice = new Map([
        ['minutes', saved],
        ['unchanged', unchanged],
      ]).get(c.req.query('done') ?? '')
      return show(c, <MeetingPage sheet={sheet} typed={meetingFieldsOf(sheet)} notice={notice} />)
    })
    .post('/meetings/:id', async (c) => {
      const id = c.req.param('id')
      const { version: typedVersion, ...typed } = await readForm(c, [...MEETING_FIELDS, 'version'])
      const version = versionOf(typedVersion)
      try {
        const { sequence } = await services.scheduleMeeting({ id, ...typed, version }, c.var.actor, nowOf(c))
        return c.redirect(`/meetings?done=${sequence === version ? 'unchanged' : 'saved'}`, 303)
      } catch (error) {
        const refusal = mendable(error)
        return show(c, <MeetingPage sheet={await sheetOf(c, id)} typed={typed} refusal={refusal} />)
      }
    })
    .get('/meetings/:id/cancel', async (c) => {
      const { meeting, mayChange } = await sheetOf(c, c.req.param('id'))
      if (!mayChange) return notNow(c, meeting, isSecretariat(c.var.actor.roles, today(c)))
      return show(c, <CancelMeetingPage meeting={meeting} />)
    })
    .post('/meetings/:id/cancel', async (c) => {
      const id = c.req.param('id')
      const { version } = await readForm(c, ['version'])
      try {
        const cancelled = await services.cancelMeeting({ id, version: versionOf(version) }, c.var.actor, nowOf(c))
        return c.redirect(`/meetings?done=${wasConfirmed(cancelled) ? 'cancelled' : 'dropped'}`, 303)
      } catch (error) {
        const refusal = mendable(error)
        const { meeting } = await sheetOf(c, id)
        return show(c, <CancelMeetingPage meeting={meeting} refusal={refusal} />)
      }
    })
    .get('/meetings/:id/minutes', async (c) => {
      const sheet = await sheetOf(c, c.req.param('id'))
      if (!sheet.mayRecord) return notNow(c, sheet.meeting, mayReport(c.var.actor.roles, sheet.meeting.group, today(c)))
      const { summary = '', decisions = [] } = sheet.minutes ?? {}
      return show(c, <MinutesPage sheet={sheet} typed={{ summary, decisions: decisions.join('\n') }} />)
    })
    .post('/meetings/:id/minutes', async (c) => {
      const meeting = c.req.param('id')
      const typed = await readForm(c, MINUTES_FIELDS)
      const { summary = '', decisions = '', version = '' } = typed
      try {
        const command = { meeting, version: versionOf(version), summary, decisions, points: newPointsOf(typed) }
        const recorded = await services.recordMinutes(command, c.var.actor, nowOf(c))
        const done = recorded.version === command.version ? 'unchanged' : 'minutes'
        return c.redirect(`/meetings/${encodeURIComponent(meeting)}?done=${done}`, 303)
      } catch (error) {
        const refusal = mendable(error)
        return show(c, <MinutesPage sheet={await sheetOf(c, meeting)} typed={typed} refusal={refusal} />)
      }
    })
}

/** Somebody whose task it is goes to the meeting, which shows how it stands. @throws HTTPException 403 for anyone else */
const notNow = (c: Visit, { id }: Meeting, isTheirs: boolean): Response => {
  if (!isTheirs) throw new HTTPException(403)
  return c.redirect(`/meetings/${encodeURIComponent(id)}`, 303)
}
