import { Hono } from 'hono'
import type { Feed } from '#shared/domain/calendar/entry.ts'
import { nowOf, type Visit, type VisitEnv, type Web } from '../visit.ts'

const TOKEN = '[A-Za-z0-9_-]+\\.ics'

/** Calendars for calendar programs, which cannot sign in: the public one, and a person's behind an address that nobody can guess. */
export const feedRoutes = ({ services, sector }: Web) => {
  const answer = async (c: Visit, feed: Feed) => {
    const { feedCalendar } = await import('#shared/render/calendar/feed.ts')
    c.header('content-type', 'text/calendar; charset=utf-8')
    return c.body(feedCalendar(feed, { uidDomain: sector.id, timeZone: sector.timeZone, at: nowOf(c) }))
  }
  return new Hono<VisitEnv>()
    .get('/calendar.ics', async (c) => answer(c, await services.readPublicFeed(nowOf(c))))
    .get(`/feeds/:token{${TOKEN}}`, async (c) => {
      const token = c.req.param('token').replace(/\.ics$/, '')
      return answer(c, await services.readPersonalFeed(token, nowOf(c)))
    })
}
