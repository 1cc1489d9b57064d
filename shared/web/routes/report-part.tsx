import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { formOf } from '#shared/domain/forms/index.ts'
import { rowToBegin } from '#shared/domain/forms/last-quarter.ts'
import { optionsOf } from '#shared/domain/forms/read-fields.ts'
import { rowsOf, type Typed } from '#shared/domain/report.ts'
import { readForm } from '../access/form-post.ts'
import { PartPage } from '../pages/report/part.tsx'
import { RowKindPage } from '../pages/report/row-kind.tsx'
import { blocking, hasOneRow, kindField, type Part, partFields, partProblems, savedPart } from '../report-draft/part.ts'
import { isAsCopied } from '../report-draft/progress.ts'
import type { ReportSheet } from '../services.ts'
import { show } from '../show.tsx'
import type { Visit, VisitEnv, Web } from '../visit.ts'
import { draftAnswer, wantsDraftAnswer } from './draft-answer.tsx'
import { keyOf, toTaskList, versionOf, whileWritten } from './report-sheet.ts'
import { type Outcome, savePart } from './save-part.ts'

/** Header, narrative and rows: each a page with a form. Saving always stores what was typed, valid or not. */
export const reportPartRoutes = (web: Web) =>
  new Hono<VisitEnv>()
    .get('/:section{(?:header|narrative)}', (c) =>
      openPart(c, web, { section: c.req.param('section') as 'header' | 'narrative' }),
    )
    .post('/:section{(?:header|narrative)}', (c) =>
      receivePart(c, web, { section: c.req.param('section') as 'header' | 'narrative' }),
    )
    .get('/rows/:row{(?:new|[1-9][0-9]{0,3})}', (c) => openPart(c, web, rowPart(c)))
    .post('/rows/:row{(?:new|[1-9][0-9]{0,3})}', (c) => receivePart(c, web, rowPart(c)))

/** A form with exactly one row has one section for it, whether it was saved before or not. */
const rowPart = (c: Visit): Part => {
  const row = c.req.param('row') ?? ''
  const form = formOf(keyOf(c).twg)
  if (form && hasOneRow(form)) return { section: 'row', index: 0 }
  return { section: 'row', index: row === 'new' ? row : Number(row) - 1 }
}

const openPart = (c: Visit, web: Web, part: Part): Promise<Response> =>
  whileWritten(c, web, (sheet) => {
    const { form } = sheet
    const saved = savedPart(sheet, part)
    const mayBegin = part.section !== 'row' || part.index === 'new' || hasOneRow(form)
    if ((part.section === 'row' && !form.rows) || (!mayBegin && !saved)) throw new HTTPException(404)
    const asCopied = part.section === 'row' && isAsCopied(sheet, saved)
    const mend = (saved !== undefined && !asCopied) || c.req.query('mend') !== undefined
    const typed = saved ?? beginning(c, sheet, part)
    const kind = part.section === 'row' && part.index === 'new' ? kindField(partFields(form, part)) : undefined
    if (kind && !typed[kind.path]) return show(c, <RowKindPage sheet={sheet} kind={kind} />)
    return show(
      c,
      <PartPage sheet={sheet} part={part} typed={typed} problems={mend ? partProblems(sheet, part) : []} />,
    )
  })

/** What an unsaved part begins with: its writer's name, what carries over to a report's only row, the names of the row that it shall be like, its kind. */
const beginning = (c: Visit, { form, draft, previous }: ReportSheet, part: Part): Typed => {
  if (part.section === 'header') return { preparedBy: c.var.actor.contact.name }
  const [last] = rowsOf(previous)
  if (form.rows && last && hasOneRow(form)) return rowToBegin(form.rows, last)
  const like = draft?.rows[versionOf(c.req.query('like') ?? '') - 1]
  const kind = kindField(partFields(form, part))
  const chosen = kind && c.req.query(kind.path)
  return {
    ...Object.fromEntries((form.rows?.key ?? []).flatMap((path) => (like?.[path] ? [[path, like[path]]] : []))),
    ...(chosen && Object.hasOwn(optionsOf(kind, c.var.frame.sector), chosen) ? { [kind.path]: chosen } : {}),
  }
}

const receivePart = async (c: Visit, web: Web, part: Part): Promise<Response> => {
  const form = formOf(keyOf(c).twg)
  const fields = form ? partFields(form, part) : []
  if (!form || fields.length === 0) throw new HTTPException(404)
  const names = [...fields.map(({ path }) => path), 'version', 'base', 'row-name']
  const { version = '', base = '', 'row-name': rowName = '', ...values } = await readForm(c, names)
  const sent = { form, part, fields, values, base, rowName, expectedVersion: versionOf(version) }
  const outcome = await savePart(c, web, sent)
  return wantsDraftAnswer(c) ? draftAnswer(c, outcome, values, rowName) : pageAfter(c, outcome, values, rowName)
}

/** On to the list, or to the same page while something in this part is to be mended or looked at. */
const pageAfter = (c: Visit, outcome: Outcome, values: Typed, rowName: string): Response | Promise<Response> => {
  const { sheet, part } = outcome
  const page = { sheet, part, typed: values }
  switch (outcome.is) {
    case 'saved': {
      const problems = partProblems(sheet, part)
      if (blocking(problems).length === 0) return toTaskList(c, 'saved')
      return show(c, <PartPage {...page} problems={problems} saved />)
    }
    case 'refused': {
      const { message, field } = outcome.refusal
      const refusal = { level: 'block' as const, message, ...(field === undefined ? {} : { field }) }
      return show(c, <PartPage {...page} problems={[refusal]} />)
    }
    case 'conflict':
      return show(c, <PartPage {...page} problems={[]} conflict={outcome.conflict} rowName={rowName} />, 409)
  }
}
