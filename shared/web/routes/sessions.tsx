import { Hono } from 'hono'
import { readCookie } from '../access/cookies.ts'
import { readForm } from '../access/form-post.ts'
import { SessionsPage } from '../pages/sessions.tsx'
import { show } from '../show.tsx'
import type { Visit, VisitEnv, Web } from '../visit.ts'

const ownCookie = (c: Visit): string => readCookie(c, 'session') ?? ''

/** Everyone sees and ends their own sessions. */
export const sessionRoutes = ({ services }: Web) =>
  new Hono<VisitEnv>()
    .get('/sessions', async (c) => {
      const sessions = await services.listSessions(c.var.actor, ownCookie(c))
      return show(c, <SessionsPage sessions={sessions} ended={c.req.query('ended') !== undefined} />)
    })
    .post('/sessions/end', async (c) => {
      const { session } = await readForm(c, ['session'])
      await services.endSession(session, c.var.actor)
      return c.redirect('/sessions?ended', 303)
    })
    .post('/sessions/end-others', async (c) => {
      await services.endOtherSessions(c.var.actor, ownCookie(c))
      return c.redirect('/sessions?ended', 303)
    })
