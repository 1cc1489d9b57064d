import { afterEach, describe, expect, test } from 'vitest'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { everyRoute } from '../access/routes.ts'
import { completeDraft } from '../fixtures/survey-clearance.ts'
import { IRELAND, importedFile } from './fake-ledger.ts'
import { actionPoint, fakeServices, refusedIntake, secretariat } from './fake-services.ts'
import { ORIGIN, visitor } from './visitor.ts'

const PARAMETERS: Readonly<Record<string, string>> = {
  round: '2026-Q1',
  twg: 'survey-clearance',
  section: 'header',
  row: '1',
  version: '1',
  key: '2026-Q1/survey-clearance',
  token: 'good-token',
  mail: 'mail-1',
  name: 'app.css',
  year: '2022',
  source: 'landmine-monitor.svg',
  file: '2022.csv',
  donor: 'ireland',
  first: 'landmine-monitor',
  second: 'government',
}
/** A whole table may be pasted or uploaded, each warning of a report commented on; everything else is a form of one page. */
const LARGEST_TABLE_BYTES = 2 * 1024 * 1024
const LARGEST_BYTES = 512 * 1024

const IDS: Readonly<Record<string, string>> = {
  meetings: '2026-Q1-risk-education',
  contacts: 'khamla',
  actions: actionPoint().id,
  contributions: IRELAND,
  imports: importedFile.id,
  intake: refusedIntake.id,
}
const addressOf = (path: string, own?: string) =>
  path.replace(/:([a-z]+)/g, (_, name: string) => own ?? PARAMETERS[name] ?? IDS[areaOf(path)] ?? 'x')
/** The first word of an address; the ledger's things are told apart by the second. */
const areaOf = (path: string) => path.split('/')[path.startsWith('/funding/') ? 2 : 1] ?? ''

const routes = await everyRoute({
  services: fakeServices().services,
  sector: laoUxo,
  secretariat: [],
  assets: () => undefined,
})
const posts = routes.filter(({ method }) => method === 'POST')
const signedIn = () => visitor({ actor: secretariat, actionPoints: [actionPoint()] })
const FORM = { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN }

/** Refusals are pages like all others: nobody frames, sniffs, caches or scripts them. */
const isGuarded = (answer: Response) => {
  expect(answer.headers.get('content-security-policy')).toMatch(
    /default-src 'none'.*form-action 'self'.*frame-ancestors 'none'.*base-uri 'none'/,
  )
  expect(answer.headers.get('content-security-policy')).not.toContain('unsafe')
  expect(answer.headers.get('x-frame-options')).toBe('DENY')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('cache-control')).toBe('no-store')
}

describe.each(posts.map(({ path }) => path))('what is sent to %s', (path) => {
  const address = addressOf(path)

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a sandboxed page', { origin: 'null' }],
    ['our host on another port', { origin: `${ORIGIN}:8443` }],
    ['nowhere that a browser would say', { origin: '' }],
    ['a page that the browser calls foreign', { origin: '', 'sec-fetch-site': 'cross-site' }],
    ['a neighbour', { origin: '', 'sec-fetch-site': 'same-site' }],
  ])('from %s is refused before anything is read', async (_, headers) => {
    const { state, post } = signedIn()
    const answer = await post(address, { version: '3' }, headers)
    expect(answer.status).toBe(403)
    isGuarded(answer)
    expect(state.calls).toEqual([])
  })

  test.each(['application/json', 'multipart/form-data; boundary=x', 'text/plain', 'text/xml', 'x', ''])(
    'as %j is not read',
    async (type) => {
      const { state, send } = signedIn()
      const init = { method: 'POST', body: '{"__proto__":{"polluted":1}}', headers: { ...FORM, 'content-type': type } }
      const answer = await send(address, init)
      expect(answer.status).toBe(415)
      isGuarded(answer)
      expect(state.calls).toEqual([])
    },
  )

  test('in more than the largest honest form is refused before it is parsed', async () => {
    const { state, post } = signedIn()
    const most = /\/(table|imports|comments|submit)$/.test(path) ? LARGEST_TABLE_BYTES : LARGEST_BYTES
    const answer = await post(address, { version: '3', text: 'x'.repeat(most) })
    expect(answer.status).toBe(413)
    isGuarded(answer)
    expect(state.calls).toEqual([])
  })

  test('by GET changes nothing, and other methods do not exist', async () => {
    const { state, send, get } = signedIn()
    await get(`${address}?version=3&session=other&status=done&email=a%40example.org&code=123456`)
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const answer = await send(address, { method, body: 'version=3', headers: FORM })
      expect([method, answer.status]).toEqual([method, 404])
    }
    expect(state.calls).toEqual([])
  })

  test('by somebody unsigned changes nothing', async () => {
    if (path.startsWith('/sign-')) return
    const { state, post } = visitor({}, { signedIn: false })
    const answer = await post(address, { version: '3' })
    expect(answer.status).toBe(401)
    isGuarded(answer)
    expect(state.calls).toEqual([])
  })
})

const NAMES = ['__proto__', 'constructor', 'toString']
/** What a page shows when such a name was looked up in an object, or a banner with nothing to say. */
const INTERNALS = /native code|\[object|banner__heading"><\/p>/
const NAMES_WITH_PATHS = NAMES.flatMap((name) => [
  name,
  `${name}.polluted`,
  `${name}[polluted]`,
  `header.${name}.polluted`,
  `constructor.prototype.${name}`,
])

describe('names that every object has', () => {
  const before = Object.getOwnPropertyNames(Object.prototype)
  const isClean = () => {
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  }
  afterEach(isClean)

  test.each(posts.map(({ path }) => path))('as fields of a form change nothing and reach nobody: %s', async (path) => {
    const ask = async (extra: readonly string[]) => {
      const { state, send } = signedIn()
      const form = new URLSearchParams([['version', '3'], ...extra.map((name) => [name, 'x'])])
      const answer = await send(addressOf(path), { method: 'POST', body: form.toString(), headers: FORM })
      return { status: answer.status, to: answer.headers.get('location'), calls: state.calls }
    }
    expect(await ask(NAMES_WITH_PATHS)).toEqual(await ask([]))
  })

  test.each(posts.map(({ path }) => path))('as what is typed are text like any other: %s', async (path) => {
    for (const name of NAMES) {
      const { get, send, follow } = signedIn()
      const html = await (await get(addressOf(path))).text()
      const fields = [...html.matchAll(/ name="([^"]+)"/g)].map(([, field = '']) => field)
      const form = new URLSearchParams(fields.map((field) => [field, field === 'version' ? '3' : name]))
      const answer = await follow(await send(addressOf(path), { method: 'POST', body: form.toString(), headers: FORM }))
      expect([name, answer.status < 500]).toEqual([name, true])
      expect([name, INTERNALS.test(await answer.text())]).toEqual([name, false])
    }
  })

  test.each(routes)('in an address are found nowhere: $method $path', async ({ method, path }) => {
    for (const name of NAMES) {
      const { get, post } = signedIn()
      const address = addressOf(path, name)
      const answer = await (method === 'GET'
        ? get(`${address}?done=${name}&saved=${name}&next=${name}`)
        : post(address))
      expect([name, answer.status < 500]).toEqual([name, true])
      expect([name, INTERNALS.test(await answer.text())]).toEqual([name, false])
    }
  })

  test('as answers of a draft are text on its check page and in its list', async () => {
    for (const name of NAMES) {
      const draft = completeDraft({ header: { dataSource: name }, rows: [{ province: name, operator: name }] })
      const { get } = visitor({ draft })
      for (const part of ['', '/check', '/rows/1', '/header']) {
        const answer = await get(`/reports/2026-Q1/survey-clearance${part}`)
        expect([name, part, answer.status]).toEqual([name, part, 200])
        expect([name, INTERNALS.test(await answer.text())]).toEqual([name, false])
      }
    }
  })
})
