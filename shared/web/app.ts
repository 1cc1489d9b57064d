import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { limitedBody, onlyForms } from './access/form-post.ts'
import { notStored, ownFormsOnly, safeHeaders } from './access/safe-responses.ts'
import { signedIn } from './access/signed-in.tsx'
import { assetLinks, assetResponse } from './assets.ts'
import { onError, onNotFound } from './errors.tsx'
import { messagesFor } from './messages/index.ts'
import { briefRoutes } from './routes/briefs.tsx'
import { contactRoutes } from './routes/contacts.tsx'
import { deskRoutes } from './routes/desk.tsx'
import { fundingRoutes } from './routes/funding.tsx'
import { meetingRoutes } from './routes/meetings.tsx'
import { reportRoutes } from './routes/report.tsx'
import { signInRoutes } from './routes/sign-in.tsx'
import { type Guard, nowOf, type VisitEnv, type Web } from './visit.ts'

/**
 * The web pages. Guards first, in the order in which a request meets them; then what is open to all, then what needs a sign-in.
 * Behind API Gateway: `handle(createApp(…))` of `hono/aws-lambda`.
 */
export const createApp = (web: Web): Hono<VisitEnv> => {
  const app = new Hono<VisitEnv>()
  app.use(compress({ encoding: 'gzip' }), safeHeaders, notStored, framed(web))
  app.use(ownFormsOnly, onlyForms, limitedBody)
  app.onError(onError)
  app.notFound(onNotFound)
  app.get('/assets/:name', (c) => {
    const asset = web.assets(c.req.param('name'))
    return asset ? assetResponse(asset, c.req.query('v') !== undefined) : c.notFound()
  })
  app.route('/', signInRoutes(web))
  app.use(signedIn(web))
  app.route('/', deskRoutes(web))
  app.route('/reports/:round{[0-9]{4}-Q[1-4]}/:twg{[a-z0-9-]+}', reportRoutes(web))
  app.route('/', meetingRoutes(web))
  app.route('/', briefRoutes(web))
  app.route('/', fundingRoutes(web))
  app.route('/', contactRoutes(web))
  return app
}

/** What every page shows around its content; nobody is signed in yet. */
const framed = ({ sector, assets }: Web): Guard => {
  const asset = assetLinks(assets)
  return (c, next) => {
    const messages = messagesFor('en')
    c.set('frame', { ...messages, sector, asset, now: nowOf(c), path: c.req.path, actor: undefined })
    return next()
  }
}
