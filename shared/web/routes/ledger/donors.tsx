import { Hono } from 'hono'
import { readForm } from '../../access/form-post.ts'
import { mendable } from '../../access/mendable.ts'
import { DonorPage } from '../../pages/ledger/donor.tsx'
import { show } from '../../show.tsx'
import { nowOf, type VisitEnv, type Web } from '../../visit.ts'
import { pageOf } from './ledger.tsx'

/** A donor's own page, and the confirmation of its focal point. */
export const donorRoutes = ({ services }: Web) =>
  new Hono<VisitEnv>()
    .get('/funding/donors/:donor', async (c) => {
      const which = { donor: c.req.param('donor'), page: pageOf(c) }
      const view = await services.readDonor(which, c.var.actor, nowOf(c))
      return show(c, <DonorPage view={view} done={c.req.query('confirmed') !== undefined} />)
    })
    .post('/funding/donors/:donor/confirm', async (c) => {
      const donor = c.req.param('donor')
      const { seen } = await readForm(c, ['seen'])
      try {
        await services.confirmDonor({ donor, seen }, c.var.actor, nowOf(c))
        return c.redirect(`/funding/donors/${encodeURIComponent(donor)}?confirmed`, 303)
      } catch (error) {
        const { message } = mendable(error)
        const view = await services.readDonor({ donor, page: 1 }, c.var.actor, nowOf(c))
        return show(c, <DonorPage view={view} refusal={message} />)
      }
    })
