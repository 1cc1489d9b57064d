import { Hono } from 'hono'
import type { Typed } from '#shared/domain/report.ts'
import { readForm } from '../access/form-post.ts'
import { mendable } from '../access/mendable.ts'
import { NilPage } from '../pages/report/nil.tsx'
import { alreadySaved, conflictOf } from '../report-draft/conflict.ts'
import { blocking, partFields, partProblems } from '../report-draft/part.ts'
import { show } from '../show.tsx'
import { nowOf, type Visit, type VisitEnv, type Web } from '../visit.ts'
import { keyOf, readSheet, toTaskList, versionOf, whileWritten } from './report-sheet.ts'

const part = { section: 'nil' } as const

/** A nil return is declared by a tick and a reason, and taken back by removing the tick. */
export const reportNilRoutes = (web: Web) =>
  new Hono<VisitEnv>()
    .get('/nil', (c) =>
      whileWritten(c, web, (sheet) => {
        const nil = sheet.draft?.nil
        return show(
          c,
          <NilPage
            sheet={sheet}
            typed={nil ?? {}}
            ticked={nil !== undefined}
            problems={nil ? partProblems(sheet, part) : []}
          />,
        )
      }),
    )
    .post('/nil', async (c) => {
      const { nil, version, reason } = await readForm(c, ['nil', 'reason', 'version'])
      return saveNil(c, web, { reason }, nil === 'yes', versionOf(version))
    })

const saveNil = async (
  c: Visit,
  web: Web,
  values: Typed,
  ticked: boolean,
  expectedVersion: number,
): Promise<Response> => {
  const before = ticked ? undefined : await readSheet(c, web)
  if (before && before.draft?.nil === undefined) {
    const { nilTickMissing } = c.var.frame.t.report
    return show(
      c,
      <NilPage sheet={before} typed={values} ticked={false} problems={[]} tickError={nilTickMissing} state="unsaved" />,
    )
  }
  try {
    const change = { section: 'nil', values: ticked ? values : undefined } as const
    const sheet = await web.services.saveDraftPart(
      { ...keyOf(c), part: change, expectedVersion },
      c.var.actor,
      nowOf(c),
    )
    const problems = partProblems(sheet, part)
    if (!ticked || blocking(problems).length === 0) return toTaskList(c, 'saved')
    return show(c, <NilPage sheet={sheet} typed={values} ticked problems={problems} state="saved" />)
  } catch (error) {
    const { code, message, field } = mendable(error)
    const sheet = await readSheet(c, web)
    if (code !== 'draft-changed') {
      const refusal = { level: 'block' as const, message, ...(field === undefined ? {} : { field }) }
      return show(c, <NilPage sheet={sheet} typed={values} ticked={ticked} problems={[refusal]} state="unsaved" />)
    }
    const fields = partFields(sheet.form, part)
    if (ticked && alreadySaved(sheet, part, fields, values)) return toTaskList(c, 'saved')
    const conflict = conflictOf(sheet, part, part, fields, values)
    return show(
      c,
      <NilPage sheet={sheet} typed={values} ticked={ticked} problems={[]} conflict={conflict} state="unsaved" />,
      409,
    )
  }
}
