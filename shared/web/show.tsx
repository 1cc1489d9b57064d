import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { FrameContext } from './components/frame.ts'
import type { Visit } from './visit.ts'

/** Answers with a page. Everything in it is escaped by JSX. */
export const show = async (c: Visit, page: Child, status: ContentfulStatusCode = 200): Promise<Response> => {
  const html = await (<FrameContext.Provider value={c.var.frame}>{page}</FrameContext.Provider>).toString()
  return c.html(`<!doctype html>${html}`, status)
}
