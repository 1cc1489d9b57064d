import { Hono } from 'hono'
import { FundingPage } from '../pages/funding.tsx'
import { show } from '../show.tsx'
import type { VisitEnv, Web } from '../visit.ts'

export const fundingRoutes = ({ services }: Web) =>
  new Hono<VisitEnv>().get('/funding', async (c) =>
    show(c, <FundingPage years={await services.readFunding(c.var.actor)} />),
  )
