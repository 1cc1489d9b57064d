import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { formOf } from '#shared/domain/forms/index.ts'
import { ReceiptPage } from '../pages/report/receipt.tsx'
import { ReportTaskListPage } from '../pages/report/task-list.tsx'
import { show } from '../show.tsx'
import { nowOf, type VisitEnv, type Web } from '../visit.ts'
import { reportNilRoutes } from './report-nil.tsx'
import { reportPartRoutes } from './report-part.tsx'
import { reportRowRemovalRoutes } from './report-row-removal.tsx'
import { keyOf, readSheet } from './report-sheet.ts'
import { reportSubmitRoutes } from './report-submit.tsx'
import { reportTableRoutes } from './report-table.tsx'

/** All pages of one TWG's report for one round. */
export const reportRoutes = (web: Web) =>
  new Hono<VisitEnv>().route('/reports/:round{[0-9]{4}-Q[1-4]}/:twg{[a-z0-9-]+}', oneReport(web))

const oneReport = (web: Web) =>
  new Hono<VisitEnv>()
    .get('/', async (c) =>
      show(c, <ReportTaskListPage sheet={await readSheet(c, web)} justSaved={c.req.query('saved') !== undefined} />),
    )
    .get('/receipt/:version{[1-9][0-9]{0,5}}', async (c) => {
      const key = keyOf(c)
      const form = formOf(key.twg)
      if (!form) throw new HTTPException(404)
      const report = await web.services.readReportVersion(
        { ...key, version: Number(c.req.param('version')) },
        c.var.actor,
        nowOf(c),
      )
      const twgName = web.sector.twgs.find(({ id }) => id === key.twg)?.name ?? key.twg
      return show(c, <ReceiptPage report={report} form={form} twgName={twgName} />)
    })
    .route('/', reportNilRoutes(web))
    .route('/', reportRowRemovalRoutes(web))
    .route('/', reportSubmitRoutes(web))
    .route('/', reportTableRoutes(web))
    .route('/', reportPartRoutes(web))
