import type { Hono } from 'hono'
import type { VisitEnv, Web } from './visit.ts'

/** Loads the routes of an area. */
export type RoutesOf = () => Promise<(web: Web) => Hono<VisitEnv>>

const signIn: RoutesOf = async () => (await import('./routes/sign-in.tsx')).signInRoutes
const forms: RoutesOf = async () => (await import('./routes/forms.ts')).formRoutes
const schemas: RoutesOf = async () => (await import('./routes/schemas.ts')).schemaRoutes
const feeds: RoutesOf = async () => (await import('./routes/feeds.ts')).feedRoutes
const desk: RoutesOf = async () => (await import('./routes/desk.tsx')).deskRoutes

/** Areas that nobody need sign in for. */
const OPEN: ReadonlySet<RoutesOf> = new Set([signIn, forms, schemas, feeds])

/** The areas of the pages by the first word of their address; whatever is elsewhere belongs to the desk. */
const AREAS: Readonly<Record<string, RoutesOf>> = {
  'sign-in': signIn,
  'sign-out': signIn,
  assets: signIn,
  forms,
  feeds,
  'calendar.ics': feeds,
  reports: async () => (await import('./routes/report.tsx')).reportRoutes,
  actions: async () => (await import('./routes/actions.tsx')).actionRoutes,
  meetings: async () => (await import('./routes/meetings.tsx')).meetingRoutes,
  calendar: async () => (await import('./routes/calendar.tsx')).calendarRoutes,
  briefs: async () => (await import('./routes/briefs.tsx')).briefRoutes,
  funding: async () => (await import('./routes/funding.tsx')).fundingRoutes,
  sessions: async () => (await import('./routes/sessions.tsx')).sessionRoutes,
  intake: async () => (await import('./routes/intake.tsx')).intakeRoutes,
  schemas,
  contacts: async () => (await import('./routes/contacts.tsx')).contactRoutes,
}

/** Every area once, so that tests can ask each for its routes. */
export const everyArea = (): readonly RoutesOf[] => [...new Set([desk, ...Object.values(AREAS)])]

/** The area of an address, and whether its pages are open to everyone. */
export const areaOf = (path: string): { readonly open: boolean; readonly routes: RoutesOf } => {
  const word = path.split('/')[1] ?? ''
  const routes = Object.hasOwn(AREAS, word) ? (AREAS[word] ?? desk) : desk
  return { open: OPEN.has(routes), routes }
}
