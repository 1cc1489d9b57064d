import { Hono } from 'hono'
import type { Typed } from '#shared/domain/report.ts'
import { readForm } from '../access/form-post.ts'
import { NilPage } from '../pages/report/nil.tsx'
import { isTakenBack } from '../report-draft/conflict.ts'
import { blocking, partFields, partProblems } from '../report-draft/part.ts'
import { show } from '../show.tsx'
import type { Visit, VisitEnv, Web } from '../visit.ts'
import { draftAnswer, wantsDraftAnswer } from './draft-answer.tsx'
import { readSheet, toTaskList, versionOf, whileWritten } from './report-sheet.ts'
import { savePart } from './save-part.ts'

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
      const { version, base, ...values } = await readForm(c, ['nil', 'reason', 'version', 'base'])
      return saveNil(c, web, values, { base, expectedVersion: versionOf(version) })
    })

const saveNil = async (
  c: Visit,
  web: Web,
  values: Typed,
  seen: { readonly base: string; readonly expectedVersion: number },
): Promise<Response> => {
  const before = await readSheet(c, web)
  const ticked = !isTakenBack(part, values)
  const { nilTickMissing } = c.var.frame.t.report
  const typed = { reason: values.reason ?? '' }
  if (!ticked && before.draft?.nil === undefined) {
    const refusal = { code: 'nil-tick', message: nilTickMissing, field: 'nil' }
    if (wantsDraftAnswer(c)) return draftAnswer(c, { is: 'refused', sheet: before, part, refusal }, values)
    return show(
      c,
      <NilPage sheet={before} typed={typed} ticked={false} problems={[]} tickError={nilTickMissing} state="unsaved" />,
    )
  }
  const { form } = before
  const outcome = await savePart(c, web, { form, part, fields: partFields(form, part), values, rowName: '', ...seen })
  if (wantsDraftAnswer(c)) return draftAnswer(c, outcome, values)
  const page = { sheet: outcome.sheet, typed, ticked }
  switch (outcome.is) {
    case 'saved': {
      const problems = partProblems(outcome.sheet, part)
      if (!ticked || blocking(problems).length === 0) return toTaskList(c, 'saved')
      return show(c, <NilPage {...page} problems={problems} state="saved" />)
    }
    case 'refused': {
      const { message, field } = outcome.refusal
      const refusal = { level: 'block' as const, message, ...(field === undefined ? {} : { field }) }
      return show(c, <NilPage {...page} problems={[refusal]} state="unsaved" />)
    }
    case 'conflict':
      return show(c, <NilPage {...page} problems={[]} conflict={outcome.conflict} state="unsaved" />, 409)
  }
}
