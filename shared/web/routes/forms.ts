import { Hono } from 'hono'
import { formOf } from '#shared/domain/forms/index.ts'
import { formJsonSchema } from '#shared/domain/forms/json-schema.ts'
import type { VisitEnv, Web } from '../visit.ts'

const HOUR_SECONDS = 3600

/** What the forms ask, for programs: no figures, so it is open to everyone and may be kept by caches. */
export const formRoutes = ({ sector }: Web) =>
  new Hono<VisitEnv>().get('/forms/:file{[a-z0-9-]+\\.schema\\.json}', (c) => {
    const form = formOf(c.req.param('file').replace('.schema.json', ''))
    if (!form || !sector.twgs.some(({ id }) => id === form.twg)) return c.notFound()
    c.header('content-type', 'application/schema+json')
    c.header('cache-control', `public, max-age=${HOUR_SECONDS}`)
    return c.body(JSON.stringify(formJsonSchema(form, sector)))
  })
