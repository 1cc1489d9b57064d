import { Hono } from 'hono'
import type { Typed } from '#shared/domain/report.ts'
import { readForm } from '../access/form-post.ts'
import { mendable, type Refusal } from '../access/mendable.ts'
import { CheckPage } from '../pages/report/check.tsx'
import { blocking, reportPath } from '../report-draft/part.ts'
import { mayBeWritten } from '../report-draft/progress.ts'
import type { ReportSheet } from '../services.ts'
import { show } from '../show.tsx'
import { nowOf, type Visit, type VisitEnv, type Web } from '../visit.ts'
import { keyOf, readSheet, toTaskList, versionOf, whileWritten } from './report-sheet.ts'

/** Check answers, comment on warnings, submit. */
export const reportSubmitRoutes = (web: Web) =>
  new Hono<VisitEnv>()
    .get('/check', (c) =>
      whileWritten(c, web, (sheet) =>
        sheet.draft
          ? show(
              c,
              <CheckPage
                sheet={sheet}
                comments={sheet.draft.comments}
                lateReason={sheet.current?.lateReason ?? ''}
                attempted={false}
              />,
            )
          : toTaskList(c),
      ),
    )
    .get('/submit', (c) => c.redirect(`${reportPath(keyOf(c))}/check`, 303))
    .post('/submit', (c) => submit(c, web))

/**
 * Without warnings this is the use case alone: its own reads and one transaction. Comments are saved before anything is judged,
 * so that they survive whatever comes next.
 */
const submit = async (c: Visit, web: Web): Promise<Response> => {
  const {
    version,
    lateReason,
    'has-comments': hasComments,
  } = await readForm(c, ['version', 'lateReason', 'has-comments'])
  let draftVersion = versionOf(version)
  try {
    if (hasComments === 'yes') {
      const saved = await saveComments(c, web, draftVersion)
      if (blocking(saved.problems).length > 0) return toTaskList(c, 'saved')
      draftVersion = saved.draftVersion
    }
    const command = { ...keyOf(c), draftVersion, lateReason: lateReason.trim() }
    const report = await web.services.submitTwgReport(command, c.var.actor, nowOf(c))
    return c.redirect(`${reportPath(report)}/receipt/${report.version}`, 303)
  } catch (error) {
    return notSubmitted(c, web, mendable(error), lateReason)
  }
}

const typedComments = (c: Visit, { problems }: ReportSheet): Promise<Typed> =>
  readForm<string>(
    c,
    problems.filter(({ level }) => level === 'warn').map(({ key }) => key),
  )

/** What belongs to no present warning is dropped once nothing blocks; before that, checks may still be silent. */
const saveComments = async (c: Visit, web: Web, expectedVersion: number): Promise<ReportSheet> => {
  const seen = await readSheet(c, web)
  const kept = blocking(seen.problems).length > 0 ? seen.draft?.comments : {}
  const part = { section: 'comments', values: { ...kept, ...(await typedComments(c, seen)) } } as const
  return web.services.saveDraftPart({ ...keyOf(c), part, expectedVersion }, c.var.actor, nowOf(c))
}

/** The check page shows these at their very place, so the sentence itself is not repeated. */
const SHOWN_IN_PLACE = ['incomplete', 'late-reason', 'draft-changed']

const notSubmitted = async (c: Visit, web: Web, { code, message }: Refusal, lateReason: string): Promise<Response> => {
  const sheet = await readSheet(c, web)
  if (!mayBeWritten(sheet) || !sheet.draft) return afterwards(c, sheet)
  const comments = { ...sheet.draft.comments, ...(await typedComments(c, sheet)) }
  const changed = code === 'draft-changed' ? changedBy(c, sheet.draft.savedBy) : undefined
  const refusal = SHOWN_IN_PLACE.includes(code) ? undefined : message
  return show(
    c,
    <CheckPage
      sheet={sheet}
      comments={comments}
      lateReason={lateReason}
      attempted={!changed}
      refusal={refusal}
      unchanged={code === 'unchanged'}
      notice={changed}
    />,
    changed ? 409 : 200,
  )
}

const changedBy = ({ var: { frame, actor } }: Visit, name: string): string =>
  name === actor.contact.name ? frame.t.reportCheck.changedByYou : frame.t.reportCheck.changedMeanwhile(name)

/** Pressed twice, or the answer was lost on the line: what is submitted has its receipt. */
const afterwards = (c: Visit, { current, ...key }: ReportSheet): Response =>
  current && current.status !== 'returned'
    ? c.redirect(`${reportPath(key)}/receipt/${current.version}`, 303)
    : toTaskList(c)
