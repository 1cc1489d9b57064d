import { Hono } from 'hono'
import { ReceiptPage } from '../pages/report/receipt.tsx'
import { ReportTaskListPage } from '../pages/report/task-list.tsx'
import { show } from '../show.tsx'
import { nowOf, type VisitEnv, type Web } from '../visit.ts'
import { reportFollowUpRoutes } from './report-follow-up.tsx'
import { reportLifeRoutes } from './report-life.tsx'
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
      show(
        c,
        <ReportTaskListPage
          sheet={await readSheet(c, web)}
          justSaved={c.req.query('saved') !== undefined}
          done={c.req.query('done')}
        />,
      ),
    )
    .get('/receipt/:version{[1-9][0-9]{0,5}}', async (c) => {
      const key = keyOf(c)
      const version = Number(c.req.param('version'))
      const [sheet, report] = await Promise.all([
        readSheet(c, web),
        web.services.readReportVersion({ ...key, version }, c.var.actor, nowOf(c)),
      ])
      return show(c, <ReceiptPage sheet={sheet} report={report} />)
    })
    .route('/', reportLifeRoutes(web))
    .route('/', reportFollowUpRoutes(web))
    .route('/', reportNilRoutes(web))
    .route('/', reportRowRemovalRoutes(web))
    .route('/', reportSubmitRoutes(web))
    .route('/', reportTableRoutes(web))
    .route('/', reportPartRoutes(web))
