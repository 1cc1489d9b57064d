import type { Context, ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { UserError } from '#shared/domain/user-error.ts'
import { MessagePage } from './pages/message.tsx'
import { show } from './show.tsx'
import type { VisitEnv } from './visit.ts'

type PageName = 'notFound' | 'forbidden' | 'foreign' | 'tooLarge' | 'wrongType' | 'broken'

const errorPage = (c: Context<VisitEnv>, name: PageName, status: ContentfulStatusCode) =>
  show(c, <MessagePage {...c.var.frame.t.errors[name]} />, status)

const byStatus: Readonly<Record<number, PageName>> = {
  403: 'forbidden',
  404: 'notFound',
  413: 'tooLarge',
  415: 'wrongType',
}

/** Refusals that have a page of their own, with the sentence of the use case on it. */
const pageOf: Readonly<Record<string, readonly [name: PageName, status: 403 | 404]>> = {
  'not-found': ['notFound', 404],
  forbidden: ['forbidden', 403],
}

export const onNotFound: NotFoundHandler<VisitEnv> = (c) => errorPage(c, 'notFound', 404)

/** A refusal says what can be done; anything else is our fault: it goes to the log with its cause, never to the page. */
export const onError: ErrorHandler<VisitEnv> = (error, c) => {
  if (error instanceof UserError) {
    const [name, status] = pageOf[error.code] ?? (['refused', 409] as const)
    return show(c, <MessagePage title={c.var.frame.t.errors[name].title} text={error.message} />, status)
  }
  if (error instanceof HTTPException) {
    // the only refusal that comes with a response of its own is the one of foreign forms
    if (error.res && error.status === 403) return errorPage(c, 'foreign', 403)
    const name = byStatus[error.status]
    if (name) return errorPage(c, name, error.status as ContentfulStatusCode)
  }
  // The route, not the path: a path may hold a sign-in token.
  console.error(`${c.req.method} ${routePath(c, -1)} failed`, error)
  return errorPage(c, 'broken', 500)
}
