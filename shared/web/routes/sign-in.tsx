import { Hono } from 'hono'
import { EmailAddress } from '#shared/domain/contact.ts'
import { plainDigits } from '#shared/domain/forms/digits.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { dropCookie, keepCookie, readCookie } from '../access/cookies.ts'
import { readForm } from '../access/form-post.ts'
import { pathAfterSignIn } from '../access/path-after-sign-in.ts'
import { MessagePage } from '../pages/message.tsx'
import { SignInPage } from '../pages/sign-in.tsx'
import { SignInCodePage } from '../pages/sign-in-code.tsx'
import { SignInLinkPage } from '../pages/sign-in-link.tsx'
import { show } from '../show.tsx'
import { ipOf, nowOf, type Visit, type VisitEnv, type Web } from '../visit.ts'

/** One-time link or code by mail. GET never uses a proof up; every answer is the same for known and unknown addresses. */
export const signInRoutes = ({ services }: Web) =>
  new Hono<VisitEnv>()
    .get('/sign-in', (c) => {
      const notice = c.req.query('ended') === undefined ? undefined : c.var.frame.t.access.signedOut
      return show(c, <SignInPage next={pathAfterSignIn(c.req.query('next'))} notice={notice} />)
    })
    .post('/sign-in', async (c) => {
      const typed = await readForm(c, ['email', 'next'])
      const next = pathAfterSignIn(typed.next)
      const email = EmailAddress.safeParse(typed.email.trim())
      const again = (error: string) => show(c, <SignInPage next={next} email={typed.email} error={error} />)
      if (!email.success) return again(c.var.frame.t.access.emailMistake)
      try {
        const { challenge } = await services.requestSignIn({ email: email.data, ip: ipOf(c) }, nowOf(c))
        keepCookie(c, 'challenge', challenge)
      } catch (error) {
        if (error instanceof UserError) return again(error.message)
        throw error
      }
      keepCookie(c, 'next', next)
      return c.redirect('/sign-in/code', 303)
    })
    .get('/sign-in/code', (c) => show(c, <SignInCodePage />))
    .post('/sign-in/code', async (c) => {
      const { code } = await readForm(c, ['code'])
      const challenge = readCookie(c, 'challenge')
      if (challenge === undefined) {
        return show(c, <SignInPage next={nextOf(c)} error={c.var.frame.t.access.codeExpired} />)
      }
      try {
        const { session } = await services.completeSignIn(
          { challenge, code: plainDigits(code).replace(/\s/g, '') },
          nowOf(c),
        )
        return enter(c, session)
      } catch (error) {
        if (error instanceof UserError) return show(c, <SignInCodePage error={error.message} />)
        throw error
      }
    })
    .get('/sign-in/link/:token', (c) => show(c, <SignInLinkPage token={c.req.param('token')} />))
    .post('/sign-in/link/:token', async (c) => {
      try {
        const { session } = await services.completeSignIn({ token: c.req.param('token') }, nowOf(c))
        return enter(c, session)
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        const { t } = c.var.frame
        const onward = (
          <a class="govuk-link" href="/sign-in">
            {t.access.otherAddress}
          </a>
        )
        return show(c, <MessagePage title={t.access.linkRefused} text={error.message} onward={onward} />)
      }
    })
    .post('/sign-out', async (c) => {
      const session = readCookie(c, 'session')
      if (session !== undefined) await services.signOut(session)
      dropCookie(c, 'session')
      return c.redirect('/sign-in?ended', 303)
    })

const nextOf = (c: Visit) => pathAfterSignIn(readCookie(c, 'next'))

const enter = (c: Visit, session: string): Response => {
  const next = nextOf(c)
  keepCookie(c, 'session', session)
  dropCookie(c, 'challenge')
  dropCookie(c, 'next')
  return c.redirect(next, 303)
}
