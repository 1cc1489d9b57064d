import { expect, it } from 'vitest'
import { type Meeting, twgMeeting } from '#shared/domain/calendar/meeting.ts'
import { epochMsOf } from '#shared/domain/dates.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import type { FundingSource } from '#shared/domain/ledger/contribution.ts'
import { readContributionRow } from '#shared/domain/ledger/import/yearly-row.ts'
import type { NewContribution } from '#shared/domain/ledger/new-contribution.ts'
import type { Mail } from '#shared/domain/mail.ts'
import { actionPointWrite } from '#shared/records/action-points.ts'
import { briefDraftWrite, briefPdfWrites, briefVersionWrite } from '#shared/records/briefs.ts'
import { meetingWrite } from '#shared/records/calendar.ts'
import { feedWrites } from '#shared/records/feeds.ts'
import { importWrite } from '#shared/records/imports.ts'
import { intakeWrite } from '#shared/records/intakes.ts'
import { mailItem } from '#shared/records/mails.ts'
import { draftWrite, reportWrites } from '#shared/records/reports.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { recordContribution } from '#shared/usecases/ledger/record-contribution.ts'
import { createApp } from '#shared/web/app.ts'
import { systemServices } from '#shared/web/system-services.ts'
import { briefOf, swgModel, twgModel } from '../fixtures/briefs.ts'
import { completeDraft } from '../fixtures/survey-clearance.ts'
import { surveyReport, surveyRow } from '../fixtures/survey-report.ts'
import { describeOnTable } from '../fixtures/table.ts'
import { at, worldOn } from '../fixtures/world.ts'
import { importedFile } from '../web/fake-ledger.ts'
import { actionPoint, refusedIntake } from '../web/fake-services.ts'
import { remembering } from './remembering.ts'
import { everyRoute, type Route } from './routes.ts'
import { RULE } from './rule.ts'
import { cookieOf, PEOPLE, settle, spareSession, TODAY, TWG, VISITORS, type Visitor } from './visitors.ts'

const ORIGIN = 'https://secretariat.example'
const NOW = at(TODAY, '10:42')

/** A brief that did not reach its reader: what is sent again must be there. */
const briefMail: Mail = {
  id: 'brief-mail',
  contact: 'somebody',
  subject: `brief/${twgModel.key}`,
  content: { kind: 'brief', title: 'Brief', briefs: [{ key: twgModel.key, version: 1 }] },
  status: 'BOUNCED',
  version: 1,
  attempts: 1,
  requestedAt: NOW,
}

/** What the parameters of a route stand for; the same word may mean different things by area. */
const PARAMETERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  reports: { round: '2026-Q1', twg: TWG, section: 'header', row: '1', version: '1' },
  meetings: { id: `2026-Q1-${TWG}` },
  actions: { id: actionPoint().id },
  briefs: {
    key: twgModel.key,
    version: '1',
    mail: briefMail.id,
    contact: briefMail.contact,
    twg: TWG,
    indicator: 'areaCleared',
    column: 'quarter',
  },
  contacts: { id: 'donor-focal-point' },
  intake: { id: refusedIntake.id },
  feeds: { token: 'known-token.ics' },
  assets: { name: 'app.css' },
  forms: { file: `${TWG}.schema.json` },
  schemas: { name: 'contribution-recorded.schema.json' },
  funding: {
    id: 'one',
    donor: 'japan',
    year: '2022',
    file: '2022.csv',
    first: 'donor',
    second: 'landmine-monitor',
  },
  'sign-in': { token: 'no-such-token' },
}

/** A report that was submitted: what is accepted must be there. */
const SUBMITTED = { round: '2026-Q1', twg: 'risk-education' }

/** A meeting that is over: only then there is something to record. */
const HELD: Meeting = {
  ...twgMeeting('2025-Q4', laoUxo.twgs[0] as (typeof laoUxo.twgs)[number], laoUxo),
  status: 'held',
}

const OWN_PARAMETERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/reports/:round/:twg/accept': SUBMITTED,
  '/meetings/:id/minutes': { id: HELD.id },
}

const addressOf = (path: string): string => {
  const values = OWN_PARAMETERS[path] ?? PARAMETERS[path.split('/')[1] ?? ''] ?? {}
  return path.replace(/:([a-z]+)/g, (_, name: string) => {
    const value = (values as Readonly<Record<string, string>>)[name]
    if (value === undefined) throw new Error(`${path}: say what :${name} stands for`)
    return value
  })
}

/** What must be right for a request to get as far as the decision. */
const formOf = (path: string, visitor: Visitor): Record<string, string> =>
  ({
    '/sessions/end': { session: spareSession(visitor) },
    '/funding/reconciliation/:year/:first/:second': { donor: 'japan', text: 'the fiscal year' },
    '/contacts/:id/end-role': { group: 'donor:japan', role: 'donor-focal-point', from: '2024-01-01' },
  })[path] ?? {}

/** A thousand dollars of Japan in 2022, as a source tells it. */
const told = (source: FundingSource): NewContribution => {
  const row = {
    year: '2022',
    donor: 'Japan',
    sectors: '',
    currency: 'USD',
    amount: '1000',
    amount_usd_reported: '1000',
  }
  const read = readContributionRow(row, source)
  if ('mistakes' in read) throw new Error('the row is good')
  return read.contribution
}

describeOnTable('who may do what', (fresh) => {
  const begin = async () => {
    const records = remembering(await fresh())
    const world = await worldOn(records)
    await world.sweepAt(at('2026-04-01', '00:00'))
    await settle(records, NOW)
    world.setClock(NOW)
    const report = surveyReport([surveyRow('09', 'MAG')])
    await records.transact([
      draftWrite('2026-Q1', TWG, completeDraft(), undefined),
      ...reportWrites(report, undefined).slice(1),
      ...reportWrites({ ...report, ...SUBMITTED }, undefined),
      actionPointWrite(actionPoint()),
      meetingWrite(HELD, undefined, laoUxo.timeZone),
      ...feedWrites('co-chair', { hash: fingerprint('known-token'), since: NOW }, undefined),
      intakeWrite(refusedIntake.id, refusedIntake.intake),
      importWrite({ ...importedFile, id: 'one', status: 'complete' }, undefined, NOW),
      briefDraftWrite(briefOf(twgModel), undefined),
      briefVersionWrite(briefOf(twgModel)),
      { put: mailItem(briefMail) },
      briefDraftWrite(briefOf(swgModel, 0), undefined),
      ...briefPdfWrites(twgModel.key, 1, new TextEncoder().encode('%PDF'), 1),
    ])
    const cause = { now: NOW, actor: 'system/odamis' }
    await recordContribution(world.deps)('one', told('donor'), cause)
    await recordContribution(world.deps)('two', told('landmine-monitor'), cause)
    const assets = () => ({ bytes: new Uint8Array(1), contentType: 'text/css' })
    const web = {
      services: systemServices({ ...world.deps, secretariat: [] }),
      sector: laoUxo,
      secretariat: [],
      assets,
    }
    const app = createApp(web)
    const event = { requestContext: { timeEpoch: epochMsOf(NOW), http: { sourceIp: '192.0.2.7' } } }
    const ask = (method: string, address: string, visitor: Visitor, form: Record<string, string> = {}) =>
      app.request(
        `${ORIGIN}${address}`,
        method === 'GET'
          ? { headers: cookieOf(visitor) }
          : {
              method,
              body: new URLSearchParams(form).toString(),
              headers: {
                ...cookieOf(visitor),
                origin: ORIGIN,
                'content-type': 'application/x-www-form-urlencoded',
              },
            },
        { event },
      )
    return { routes: await everyRoute(web), ask }
  }

  let begun: ReturnType<typeof begin> | undefined
  const open = () => {
    begun ??= begin()
    return begun
  }

  /** `allowed`, `refused`, or how else it ended: a request must get as far as the decision. */
  const decision = (answer: Response): string => {
    const { status } = answer
    if (status === 401 || status === 403) return 'refused'
    if (status === 303 && answer.headers.get('location')?.startsWith('/sign-in')) return 'refused'
    return status === 200 || status === 303 || status === 409 ? 'allowed' : String(status)
  }

  it('every route has its line in the rule, and every line its route', async () => {
    const { routes } = await open()
    expect(routes.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(Object.keys(RULE).toSorted())
  })

  it('a draft of a brief is there for the secretariat alone', async () => {
    const { ask } = await open()
    for (const visitor of PEOPLE) {
      const { status } = await ask('GET', `/briefs/${swgModel.key}`, visitor)
      expect([visitor, status === 200]).toEqual([visitor, visitor === 'secretariat'])
    }
  })

  it('each chair reports for the own TWG alone', async () => {
    const { ask } = await open()
    for (const { id } of laoUxo.twgs) {
      const own = [id === TWG ? 'chair of this TWG' : '', id === 'risk-education' ? 'chair of another TWG' : '']
      for (const visitor of ['chair of this TWG', 'chair of another TWG'] as const) {
        const answer = await ask('GET', `/reports/2026-Q1/${id}`, visitor)
        expect([id, visitor, decision(answer)]).toEqual([id, visitor, own.includes(visitor) ? 'allowed' : 'refused'])
      }
    }
  })

  it('a desk without a role holds nothing of the sector', async () => {
    const { ask } = await open()
    const desk = async (visitor: Visitor) => (await ask('GET', '/', visitor)).text()
    for (const visitor of ['chair until yesterday', 'secretariat from tomorrow'] as const) {
      const html = await desk(visitor)
      expect(html).toContain('You hold no role at present')
      expect(html).not.toContain('2026-Q1')
    }
    expect(await desk('member of this TWG')).toContain('2026-Q1')
  })

  it('every visitor gets through where the rule says so, and nowhere else', async () => {
    const { routes, ask } = await open()
    const surprises: string[] = []
    const visit = async ({ method, path }: Route, visitor: Visitor) => {
      const expected = RULE[`${method} ${path}`]?.includes(visitor) ? 'allowed' : 'refused'
      const answer = await ask(method, addressOf(path), visitor, formOf(path, visitor))
      // the way out leads to the sign-in page for everyone
      const got = path === '/sign-out' && answer.status === 303 ? 'allowed' : decision(answer)
      if (got !== expected) surprises.push(`${method} ${path}: ${visitor} is ${got}, not ${expected}`)
    }
    // what changes something comes after what only looks, and signing out comes last
    const rank = ({ method, path }: Route) => (path === '/sign-out' ? 2 : method === 'POST' ? 1 : 0)
    for (const route of routes.toSorted((a, b) => rank(a) - rank(b)))
      await Promise.all(VISITORS.map((visitor) => visit(route, visitor)))
    expect(surprises).toEqual([])
  })
})
