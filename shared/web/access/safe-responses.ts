import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import type { Guard } from '../visit.ts'

/** Strict headers on every answer; the README says why each. */
export const safeHeaders: Guard = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    fontSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'same-origin',
  strictTransportSecurity: 'max-age=31536000',
})

/** Pages hold people's figures: no cache keeps them. What says otherwise (an asset) keeps its own rule. */
export const notStored: Guard = async (c, next) => {
  await next()
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
}

/** A browser names the page that a form comes from; only our own host is accepted. */
export const ownFormsOnly: Guard = csrf({
  origin: (origin, c) => URL.canParse(origin) && new URL(origin).host === new URL(c.req.url).host,
})
