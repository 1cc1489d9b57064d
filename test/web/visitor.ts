import { epochMsOf } from '#shared/domain/dates.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { createApp } from '#shared/web/app.ts'
import type { Assets } from '#shared/web/assets.ts'
import { type FakeState, fakeServices, OPEN } from './fake-services.ts'

export const ORIGIN = 'https://secretariat.example'

const noAssets: Assets = (name) =>
  name === 'app.css' ? { bytes: new TextEncoder().encode('body { margin: 0 }'), contentType: 'text/css' } : undefined

export interface Visitor {
  readonly state: FakeState
  /** All that the pages were told by the services. */
  readonly told: readonly unknown[]
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** Sends a form as a browser does from our own page. */
  post(path: string, form?: Record<string, string>, headers?: Record<string, string>): Promise<Response>
  send(path: string, init: RequestInit): Promise<Response>
  /** Follows redirects by GET, as a browser does after a form. */
  follow(answer: Response): Promise<Response>
}

/** The services, with an ear for what they answer. */
const telling = <T extends object>(services: T, heard: (answer: unknown) => void): T =>
  Object.fromEntries(
    Object.entries(services).map(([name, service]) => [
      name,
      (...asked: unknown[]) => {
        const answer = (service as (...asked: unknown[]) => unknown)(...asked)
        if (answer instanceof Promise) answer.then(heard, heard)
        else heard(answer)
        return answer
      },
    ]),
  ) as T

/** A browser without JavaScript in front of the pages; signed in unless said otherwise, and keeping its cookies. */
export const visitor = (
  own: Partial<FakeState> = {},
  { signedIn = true, now = OPEN, assets = noAssets } = {},
): Visitor => {
  const { services: fakes, state } = fakeServices(own)
  const told: unknown[] = []
  const services = telling(fakes, (answer) => told.push(answer))
  const app = createApp({ services, sector: laoUxo, secretariat: ['secretariat@example.org'], assets })
  const cookies = new Map<string, string>(signedIn ? [['__Host-session', 'khamla.secret']] : [])
  const event = { requestContext: { timeEpoch: epochMsOf(now), http: { sourceIp: '192.0.2.7' } } }
  const send: Visitor['send'] = async (path, init) => {
    const headers = new Headers(init.headers)
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const answer = await app.request(`${ORIGIN}${path}`, { ...init, headers }, { event })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (/max-age=0/i.test(cookie)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
  const get: Visitor['get'] = (path, headers = {}) => send(path, { headers })
  return {
    state,
    told,
    send,
    get,
    post: (path, form = {}, headers = {}) =>
      send(path, {
        method: 'POST',
        body: new URLSearchParams(form).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN, ...headers },
      }),
    follow: async (answer) => {
      const path = answer.headers.get('location')
      return path === null ? answer : get(path)
    },
  }
}
