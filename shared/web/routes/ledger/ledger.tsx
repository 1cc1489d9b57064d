import { Hono } from 'hono'
import { dayAt, Instant, PlainDate } from '#shared/domain/dates.ts'
import { mayRecordFor } from '#shared/domain/ledger/access.ts'
import { readForm } from '../../access/form-post.ts'
import { mendable, type Refusal } from '../../access/mendable.ts'
import type { LedgerFilter } from '../../ledger-services.ts'
import { FundingPage } from '../../pages/ledger/funding.tsx'
import { LedgerPage } from '../../pages/ledger/ledger.tsx'
import { ReconciliationPage } from '../../pages/ledger/reconciliation.tsx'
import { show } from '../../show.tsx'
import { nowOf, type Visit, type VisitEnv, type Web } from '../../visit.ts'

/** What an address asks for; a year or a day that is none asks for all of them. */
export const filterOf = (c: Visit): LedgerFilter => ({
  year: /^\d{4}$/.exec(c.req.query('year') ?? '')?.[0] ?? '',
  donor: c.req.query('donor') ?? '',
  source: c.req.query('source') ?? '',
  type: c.req.query('type') ?? '',
  pillar: c.req.query('pillar') ?? '',
  ...asked(c, 'from', PlainDate),
  ...asked(c, 'until', PlainDate),
  ...asked(c, 'asOf', Instant),
  ...asked(c, 'correctedUntil', Instant),
})

const asked = (
  c: Visit,
  name: 'from' | 'until' | 'asOf' | 'correctedUntil',
  schema: typeof PlainDate | typeof Instant,
) => {
  const value = schema.safeParse(c.req.query(name))
  return value.success ? { [name]: value.data } : {}
}

export const pageOf = (c: Visit): number => {
  const page = Number(c.req.query('page') ?? 1)
  return Number.isSafeInteger(page) && page > 0 ? page : 1
}

const RECONCILIATION = '/funding/reconciliation/:year{[0-9]{4}}/:first/:second'

/** The analysis, the list of movements, and two sources side by side. */
export const ledgerRoutes = (web: Web) => {
  const { services } = web
  return new Hono<VisitEnv>()
    .get('/funding', async (c) => {
      const ledger = await services.readLedger(c.var.actor, nowOf(c))
      return show(c, <FundingPage ledger={ledger} />)
    })
    .get('/funding/ledger', async (c) => {
      const filter = filterOf(c)
      const ledger = await services.listMovements({ ...filter, page: pageOf(c) }, c.var.actor, nowOf(c))
      return show(c, <LedgerPage ledger={ledger} filter={filter} />)
    })
    .get(RECONCILIATION, (c) => reconciliation(c, web, c.req.param()))
    .post(RECONCILIATION, async (c) => {
      const about = c.req.param()
      const { year, first, second } = about
      const { seen, ...typed } = await readForm(c, ['donor', 'text', 'seen'])
      try {
        const command = { year: Number(year), sources: [first, second] as const, ...typed, seen }
        await services.explainDifference(command, c.var.actor, nowOf(c))
        return c.redirect(`${c.req.path}?saved`, 303)
      } catch (error) {
        return reconciliation(c, web, about, typed, mendable(error))
      }
    })
}

const reconciliation = async (
  c: Visit,
  { services, sector }: Web,
  { year, first, second }: { year: string; first: string; second: string },
  typed = { donor: '', text: '' },
  refusal?: Refusal,
) => {
  const sides = await services.reconcileYear({ year: Number(year), first, second }, c.var.actor, nowOf(c))
  const today = dayAt(nowOf(c), sector.timeZone)
  const mayExplain = sides.donors.map(({ id }) => id).filter((id) => mayRecordFor(c.var.actor.roles, id, today))
  return show(
    c,
    <ReconciliationPage
      sides={sides}
      mayExplain={mayExplain}
      typed={typed}
      seen={nowOf(c)}
      saved={c.req.query('saved') !== undefined}
      {...(refusal ? { refusal } : {})}
    />,
  )
}
