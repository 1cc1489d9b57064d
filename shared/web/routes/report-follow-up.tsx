import { Hono } from 'hono'
import { presentFollowUp, seenVersionPath } from '#shared/domain/forms/follow-up.ts'
import { readForm } from '../access/form-post.ts'
import { FollowUpPage } from '../pages/report/follow-up.tsx'
import { blocking, partFields, partProblems, savedPart } from '../report-draft/part.ts'
import { show } from '../show.tsx'
import type { Visit, VisitEnv, Web } from '../visit.ts'
import { draftAnswer, wantsDraftAnswer } from './draft-answer.tsx'
import { readSheet, toTaskList, versionOf, whileWritten } from './report-sheet.ts'
import { savePart } from './save-part.ts'

const part = { section: 'actions' } as const

/** The follow-up of the TWG's action points, filled in with how each stands; a TWG without any has no such page. */
export const reportFollowUpRoutes = (web: Web) =>
  new Hono<VisitEnv>()
    .get('/actions', (c) =>
      whileWritten(c, web, (sheet) => {
        if (sheet.actionPoints.length === 0) return toTaskList(c)
        const saved = savedPart(sheet, part)
        const mend = saved !== undefined || c.req.query('mend') !== undefined
        const typed = { ...presentFollowUp(sheet.actionPoints), ...saved }
        return show(c, <FollowUpPage sheet={sheet} typed={typed} problems={mend ? partProblems(sheet, part) : []} />)
      }),
    )
    .post('/actions', (c) => saveFollowUp(c, web))

const saveFollowUp = async (c: Visit, web: Web): Promise<Response> => {
  const { form, actionPoints } = await readSheet(c, web)
  const fields = partFields(form, part, actionPoints)
  const names = [...fields.map(({ path }) => path), ...actionPoints.map(seenVersionPath)]
  const { version = '', base = '', ...values } = await readForm<string>(c, [...names, 'version', 'base'])
  const sent = { form, part, fields, values, base, rowName: '', expectedVersion: versionOf(version) }
  const outcome = await savePart(c, web, sent)
  if (wantsDraftAnswer(c)) return draftAnswer(c, outcome, values)
  const page = { sheet: outcome.sheet, typed: values }
  switch (outcome.is) {
    case 'saved': {
      const problems = partProblems(outcome.sheet, part)
      if (blocking(problems).length === 0) return toTaskList(c, 'saved')
      return show(c, <FollowUpPage {...page} problems={problems} state="saved" />)
    }
    case 'refused': {
      const { message } = outcome.refusal
      return show(c, <FollowUpPage {...page} problems={[{ level: 'block', message }]} state="unsaved" />)
    }
    case 'conflict':
      return show(c, <FollowUpPage {...page} problems={[]} conflict={outcome.conflict} state="unsaved" />, 409)
  }
}
