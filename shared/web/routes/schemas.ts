import { Hono } from 'hono'
import type { VisitEnv, Web } from '../visit.ts'

/** What other systems need to know about the events they may send; open to everyone. */
export const schemaRoutes = ({ services }: Web) =>
  new Hono<VisitEnv>().get('/schemas/:name', async (c) => {
    const schema = await services.jsonSchema(c.req.param('name'))
    return schema
      ? c.body(JSON.stringify(schema, null, 2), 200, { 'content-type': 'application/schema+json' })
      : c.notFound()
  })
