import { readIn } from '#shared/domain/words/say.ts'
import { messagesFor } from '../messages/index.ts'
import { show } from '../show.tsx'
import { type Guard, nowOf, type Web } from '../visit.ts'
import { readCookie } from './cookies.ts'
import { everythingTyped } from './form-post.ts'
import { signInPathFor } from './path-after-sign-in.ts'

/**
 * Lets only people through who are signed in; roles are read anew with every request.
 * Others go to sign in and come back; what they sent in a form is kept on the page that says so.
 */
export const signedIn =
  ({ services }: Pick<Web, 'services'>): Guard =>
  async (c, next) => {
    const actor = await services.actorOf(readCookie(c, 'session'), nowOf(c))
    if (actor) {
      c.set('actor', actor)
      const { texts, ...messages } = messagesFor(actor.contact.language)
      c.set('frame', { ...c.var.frame, ...messages, actor })
      return readIn(texts, next)
    }
    if (c.req.method === 'POST') {
      const { SessionEndedPage } = await import('../pages/session-ended.tsx')
      return show(c, <SessionEndedPage typed={await everythingTyped(c)} />, 401)
    }
    const { pathname, search } = new URL(c.req.url)
    return c.redirect(signInPathFor(pathname + search), 303)
  }
