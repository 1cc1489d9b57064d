import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Visit } from '../visit.ts'

/** `session`: who is signed in. `challenge`: binds a mailed code to this browser. `next`: the page wanted before signing in. */
type CookieName = 'session' | 'challenge' | 'next'

/** The one-time proofs live ten minutes, so do the cookies that go with them; the server ends a session. */
const SIGN_IN_SECONDS = 600

/** Every cookie is `__Host-`: Secure, for this host alone, Path=/; and never readable by a script. */
const options = { prefix: 'host', secure: true, httpOnly: true, sameSite: 'Lax', path: '/' } as const

export const readCookie = (c: Visit, name: CookieName): string | undefined => getCookie(c, name, 'host') || undefined

export const keepCookie = (c: Visit, name: CookieName, value: string): void =>
  setCookie(c, name, value, name === 'session' ? options : { ...options, maxAge: SIGN_IN_SECONDS })

export const dropCookie = (c: Visit, name: CookieName): void => {
  deleteCookie(c, name, options)
}
