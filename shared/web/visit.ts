import type { Context, MiddlewareHandler } from 'hono'
import type { Actor } from '#shared/domain/contact.ts'
import { type Instant, instantOf } from '#shared/domain/dates.ts'
import type { Sector } from '#shared/sector/schema.ts'
import type { Assets } from './assets.ts'
import type { Frame } from './components/frame.ts'
import type { Services } from './services.ts'

/** What the pages are built on. */
export interface Web {
  readonly services: Services
  readonly sector: Sector
  /** Where the secretariat is written to. */
  readonly secretariat: readonly string[]
  readonly assets: Assets
}

/** The part of an HTTP API event that the pages read; `hono/aws-lambda` hands the event over as a binding. */
interface HttpEvent {
  readonly requestContext: { readonly timeEpoch: number; readonly http?: { readonly sourceIp: string } }
}

export interface VisitEnv {
  Bindings: { readonly event: HttpEvent }
  Variables: {
    /** What every page of this visit shows around its content. */
    frame: Frame
    /** Who acts; set behind `signedIn`, so routes mounted there can rely on it. */
    actor: Actor
  }
}
/** One request to the pages. */
export type Visit = Context<VisitEnv>
export type Guard = MiddlewareHandler<VisitEnv>

/** The instant of the request; the pages have no other clock. */
export const nowOf = (c: Visit): Instant => instantOf(c.env.event.requestContext.timeEpoch)

export const ipOf = (c: Visit): string => c.env.event.requestContext.http?.sourceIp ?? 'unknown'
