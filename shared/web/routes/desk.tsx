import { Hono } from 'hono'
import { DeskPage } from '../pages/desk.tsx'
import { MessagePage } from '../pages/message.tsx'
import { show } from '../show.tsx'
import { nowOf, type VisitEnv, type Web } from '../visit.ts'

export const deskRoutes = ({ services }: Web) =>
  new Hono<VisitEnv>()
    .get('/', async (c) => show(c, <DeskPage desk={await services.readDesk(c.var.actor, nowOf(c))} />))
    .get('/signed-in', (c) => {
      const { access } = c.var.frame.t
      return show(c, <MessagePage title={access.signedInAgain} text={access.returnToTab} />)
    })
