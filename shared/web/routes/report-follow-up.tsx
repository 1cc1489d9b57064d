import { Hono } from 'hono'
import { presentFollowUp, seenVersionPath } from '#shared/domain/forms/follow-up.ts'
import { readForm } from '../access/form-post.ts'
import { mendable } from '../access/mendable.ts'
import { FollowUpPage } from '../pages/report/follow-up.tsx'
import { alreadySaved, conflictOf } from '../report-draft/conflict.ts'
import { blocking, partFields, partProblems, savedPart } from '../report-draft/part.ts'
import { show } from '../show.tsx'
import { nowOf, type Visit, type VisitEnv, type Web } from '../visit.ts'
import { keyOf, readSheet, toTaskList, versionOf, whileWritten } from './report-sheet.ts'

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
  const { version = '', ...values } = await readForm<string>(c, [...names, 'version'])
  try {
    const command = { ...keyOf(c), part: { ...part, values }, expectedVersion: versionOf(version) }
    const sheet = await web.services.saveDraftPart(command, c.var.actor, nowOf(c))
    const problems = partProblems(sheet, part)
    if (blocking(problems).length === 0) return toTaskList(c, 'saved')
    return show(c, <FollowUpPage sheet={sheet} typed={values} problems={problems} state="saved" />)
  } catch (error) {
    const { code, message } = mendable(error)
    const sheet = await readSheet(c, web)
    if (code !== 'draft-changed')
      return show(
        c,
        <FollowUpPage sheet={sheet} typed={values} problems={[{ level: 'block', message }]} state="unsaved" />,
      )
    if (alreadySaved(sheet, part, fields, values)) return toTaskList(c, 'saved')
    const conflict = conflictOf(sheet, part, part, fields, values)
    return show(c, <FollowUpPage sheet={sheet} typed={values} problems={[]} conflict={conflict} state="unsaved" />, 409)
  }
}
