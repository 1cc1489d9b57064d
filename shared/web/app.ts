import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { readIn } from '#shared/domain/words/say.ts'
import { limitedBody, onlyForms } from './access/form-post.ts'
import { notStored, ownFormsOnly, safeHeaders } from './access/safe-responses.ts'
import { signedIn } from './access/signed-in.tsx'
import { areaOf, type RoutesOf } from './areas.ts'
import { assetLinks, assetResponse } from './assets.ts'
import { onError, onNotFound } from './errors.tsx'
import { languageAsked, messagesFor } from './messages/index.ts'
import { type Guard, nowOf, type VisitEnv, type Web } from './visit.ts'

/**
 * The web pages. An area's pages are loaded when one of them is first asked for (`areas.ts`): a first visit waits for
 * no other. Behind API Gateway: `handle(createApp(…))` of `hono/aws-lambda`.
 */
export const createApp = (web: Web): Hono<VisitEnv> => {
  const apps = new Map<RoutesOf, Promise<Hono<VisitEnv>>>()
  return new Hono<VisitEnv>().all('*', async (c) => {
    const { open, routes } = areaOf(c.req.path)
    const app = apps.get(routes) ?? routes().then((of) => guarded(web, open).route('/', of(web)))
    apps.set(routes, app)
    return (await app).fetch(c.req.raw, c.env)
  })
}

/** Guards in the order in which a request meets them. @param open whether one need not be signed in */
const guarded = (web: Web, open: boolean): Hono<VisitEnv> => {
  const app = new Hono<VisitEnv>()
  app.use(compress({ encoding: 'gzip' }), safeHeaders, notStored, framed(web))
  app.use(ownFormsOnly, onlyForms, limitedBody)
  app.onError(onError)
  app.notFound(onNotFound)
  app.get('/assets/:name', (c) => {
    const asset = web.assets(c.req.param('name'))
    return asset ? assetResponse(asset, c.req.query('v') !== undefined) : c.notFound()
  })
  return open ? app : app.use(signedIn(web))
}

/** What every page shows around its content; nobody is signed in yet. */
const framed = ({ sector, secretariat, assets }: Web): Guard => {
  const asset = assetLinks(assets)
  return (c, next) => {
    const { texts, ...messages } = messagesFor(languageAsked(c.req.header('accept-language')))
    c.set('frame', { ...messages, sector, secretariat, asset, now: nowOf(c), path: c.req.path, actor: undefined })
    return readIn(texts, next)
  }
}
