import { Hono } from 'hono'
import { readForm } from '../access/form-post.ts'
import { mendable } from '../access/mendable.ts'
import { IntakesPage } from '../pages/intake/list.tsx'
import { IntakePage } from '../pages/intake/one.tsx'
import { show } from '../show.tsx'
import { nowOf, type VisitEnv, type Web } from '../visit.ts'

/** What other systems sent, for the secretariat. */
export const intakeRoutes = ({ services }: Web) =>
  new Hono<VisitEnv>()
    .get('/intake', async (c) =>
      show(
        c,
        <IntakesPage
          {...(await services.listIntakes(c.var.actor, nowOf(c)))}
          done={c.req.query('done') !== undefined}
        />,
      ),
    )
    .get('/intake/:id', async (c) => {
      const id = c.req.param('id')
      return show(c, <IntakePage intake={await services.readIntake(id, c.var.actor, nowOf(c))} />)
    })
    .post('/intake/:id', async (c) => {
      const id = c.req.param('id')
      const { note } = await readForm(c, ['note'])
      try {
        await services.dealWithIntake({ id, note }, c.var.actor, nowOf(c))
        return c.redirect('/intake?done', 303)
      } catch (error) {
        const refusal = mendable(error)
        const intake = await services.readIntake(id, c.var.actor, nowOf(c))
        return show(c, <IntakePage intake={intake} note={note} refusal={refusal} />)
      }
    })
