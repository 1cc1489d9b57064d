import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { hasLostCharacters, isWorkbook } from '#shared/domain/file-text.ts'
import type { RowForm } from '#shared/domain/forms/form.ts'
import { formOf } from '#shared/domain/forms/index.ts'
import { rowsToCopy } from '#shared/domain/forms/last-quarter.ts'
import { readTable } from '#shared/domain/forms/read-table.ts'
import { writeTable } from '#shared/domain/forms/table.ts'
import { changeBy } from '#shared/domain/forms/table-change.ts'
import { rowsOf, type Typed } from '#shared/domain/report.ts'
import { readForm } from '../access/form-post.ts'
import { mendable } from '../access/mendable.ts'
import { TablePage } from '../pages/report/table.tsx'
import { TableChangePage } from '../pages/report/table-change.tsx'
import { hasOneRow } from '../report-draft/part.ts'
import { mayBeWritten } from '../report-draft/progress.ts'
import type { ReportSheet } from '../services.ts'
import { show } from '../show.tsx'
import { nowOf, type Visit, type VisitEnv, type Web } from '../visit.ts'
import { keyOf, readSheet, toTaskList, versionOf, whileWritten } from './report-sheet.ts'

/** The rows of a report all at once: from a spreadsheet, or begun as last quarter's. */
export const reportTableRoutes = (web: Web) =>
  new Hono<VisitEnv>()
    .get('/table', (c) => {
      tableFormOf(c)
      return whileWritten(c, web, (sheet) => show(c, <TablePage sheet={sheet} text="" mistakes={[]} />))
    })
    .get('/table/template.csv', async (c) => {
      const form = tableFormOf(c)
      const sheet = await readSheet(c, web)
      const { round, twg } = keyOf(c)
      return c.body(writeTable(form, templateRows(sheet, form), web.sector), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${twg}-${round}.csv"`,
      })
    })
    .post('/table', (c) => receiveTable(c, web, tableFormOf(c)))
    .post('/rows/copy', (c) => copyRows(c, web, tableFormOf(c)))

/** @throws HTTPException 404 where a report has no table, or one row only */
const tableFormOf = (c: Visit): RowForm => {
  const form = formOf(keyOf(c).twg)
  if (!form?.rows || hasOneRow(form)) throw new HTTPException(404)
  return form.rows
}

const templateRows = ({ draft, previous }: ReportSheet, form: RowForm): readonly Typed[] =>
  draft && draft.rows.length > 0 ? draft.rows : rowsToCopy(form, [], rowsOf(previous))

/** Read, shown, and only when that was said yes to, saved. A draft that changed in between is shown anew. */
const receiveTable = async (c: Visit, web: Web, form: RowForm): Promise<Response> => {
  const typed = await readForm(c, ['table', 'file', 'version', 'confirm'])
  const sheet = await readSheet(c, web)
  if (!mayBeWritten(sheet)) return toTaskList(c)
  const text = typed.file.trim() === '' ? typed.table : typed.file
  const { t } = c.var.frame
  if (isWorkbook(text))
    return show(c, <TablePage sheet={sheet} text="" mistakes={[]} fileError={t.reportTable.workbook} />)
  if (hasLostCharacters(typed.file))
    return show(c, <TablePage sheet={sheet} text="" mistakes={[]} fileError={t.reportTable.encoding} />)
  if (text.trim() === '')
    return show(c, <TablePage sheet={sheet} text="" mistakes={[]} error={t.reportTable.nothing} />)
  const table = readTable(form, text, web.sector)
  if ('mistakes' in table) return show(c, <TablePage sheet={sheet} text={text} mistakes={table.mistakes} />)
  const change = changeBy(form, sheet.draft?.rows ?? [], table.rows, web.sector)
  const page = { sheet, form, text, change, empty: table.empty }
  if (typed.confirm !== 'yes') return show(c, <TableChangePage {...page} />)
  if (versionOf(typed.version) !== sheet.draftVersion) return show(c, <TableChangePage {...page} changed />, 409)
  try {
    await saveRows(c, web, sheet, change.rows)
    return toTaskList(c, 'saved')
  } catch (error) {
    const { code, message } = mendable(error)
    if (code === 'draft-changed') return receiveTable(c, web, form)
    return show(c, <TablePage sheet={sheet} text={text} mistakes={[]} error={message} />)
  }
}

const saveRows = (c: Visit, web: Web, { draftVersion }: ReportSheet, values: readonly Typed[]): Promise<ReportSheet> =>
  web.services.saveDraftPart(
    { ...keyOf(c), part: { section: 'rows', values }, expectedVersion: draftVersion },
    c.var.actor,
    nowOf(c),
  )

const TRIES = 3

/** Only adds the rows that are not there, so it may be pressed twice, and laid onto whatever others saved meanwhile. */
const copyRows = async (c: Visit, web: Web, form: RowForm, tries = TRIES): Promise<Response> => {
  const sheet = await readSheet(c, web)
  const rows = sheet.draft?.rows ?? []
  const copied = rowsToCopy(form, rows, rowsOf(sheet.previous))
  if (!mayBeWritten(sheet) || copied.length === 0) return toTaskList(c)
  try {
    await saveRows(c, web, sheet, [...rows, ...copied])
    return toTaskList(c, 'saved')
  } catch (error) {
    if (mendable(error).code !== 'draft-changed' || tries <= 1) throw error
    return copyRows(c, web, form, tries - 1)
  }
}
