import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { formOf } from '#shared/domain/forms/index.ts'
import type { Typed } from '#shared/domain/report.ts'
import { readForm } from '../access/form-post.ts'
import { mendable } from '../access/mendable.ts'
import { PartPage } from '../pages/report/part.tsx'
import { alreadySaved, conflictOf, partNow } from '../report-draft/conflict.ts'
import { blocking, type Part, partFields, partProblems, savedPart } from '../report-draft/part.ts'
import type { DraftPart, ReportSheet } from '../services.ts'
import { show } from '../show.tsx'
import { nowOf, type Visit, type VisitEnv, type Web } from '../visit.ts'
import { keyOf, readSheet, toTaskList, versionOf, whileWritten } from './report-sheet.ts'

/** Header, narrative and rows: each a page with a form. Saving always stores what was typed, valid or not. */
export const reportPartRoutes = (web: Web) =>
  new Hono<VisitEnv>()
    .get('/:section{header|narrative}', (c) =>
      openPart(c, web, { section: c.req.param('section') as 'header' | 'narrative' }),
    )
    .post('/:section{header|narrative}', (c) =>
      savePart(c, web, { section: c.req.param('section') as 'header' | 'narrative' }),
    )
    .get('/rows/:row{new|[1-9][0-9]{0,3}}', (c) => openPart(c, web, rowPart(c.req.param('row'))))
    .post('/rows/:row{new|[1-9][0-9]{0,3}}', (c) => savePart(c, web, rowPart(c.req.param('row'))))

const rowPart = (row: string): Part => ({ section: 'row', index: row === 'new' ? row : Number(row) - 1 })

const openPart = (c: Visit, web: Web, part: Part): Promise<Response> =>
  whileWritten(c, web, (sheet) => {
    const saved = savedPart(sheet, part)
    if (part.section === 'row' && (!sheet.form.rows || (part.index !== 'new' && !saved))) throw new HTTPException(404)
    const mend = saved !== undefined || c.req.query('mend') !== undefined
    const typed = saved ?? (part.section === 'header' ? { preparedBy: c.var.actor.contact.name } : {})
    return show(
      c,
      <PartPage sheet={sheet} part={part} typed={typed} problems={mend ? partProblems(sheet, part) : []} />,
    )
  })

const savePart = async (c: Visit, web: Web, part: Part): Promise<Response> => {
  const key = keyOf(c)
  const form = formOf(key.twg)
  const fields = form ? partFields(form, part) : []
  if (fields.length === 0) throw new HTTPException(404)
  const {
    version,
    'row-name': rowName,
    ...values
  } = await readForm(c, [...fields.map(({ path }) => path), 'version', 'row-name'])
  const expectedVersion = versionOf(version ?? '')
  try {
    const sheet = await web.services.saveDraftPart(
      { ...key, part: draftPart(part, values), expectedVersion },
      c.var.actor,
      nowOf(c),
    )
    return afterSave(c, sheet, part, values)
  } catch (error) {
    const { code, message, field } = mendable(error)
    const sheet = await readSheet(c, web)
    if (code !== 'draft-changed') {
      const refusal = { level: 'block' as const, message, ...(field === undefined ? {} : { field }) }
      return show(c, <PartPage sheet={sheet} part={part} typed={values} problems={[refusal]} />)
    }
    if (alreadySaved(sheet, part, fields, values)) return toTaskList(c, 'saved')
    const now = partNow(sheet, part, rowName ?? '')
    const conflict = conflictOf(sheet, part, now, fields, values)
    return show(
      c,
      <PartPage sheet={sheet} part={now} typed={values} problems={[]} conflict={conflict} rowName={rowName ?? ''} />,
      409,
    )
  }
}

const draftPart = (part: Part, values: Typed): DraftPart =>
  part.section === 'row' ? { ...part, values } : { section: part.section, values }

/** On to the list, or to the same page while something in this part is to be mended. */
const afterSave = (c: Visit, sheet: ReportSheet, part: Part, values: Typed): Response | Promise<Response> => {
  const isNew = part.section === 'row' && part.index === 'new'
  const saved: Part = isNew ? { section: 'row', index: (sheet.draft?.rows.length ?? 1) - 1 } : part
  const problems = partProblems(sheet, saved)
  if (blocking(problems).length === 0) return toTaskList(c, 'saved')
  return show(c, <PartPage sheet={sheet} part={saved} typed={values} problems={problems} saved />)
}
