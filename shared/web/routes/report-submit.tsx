import { Hono } from 'hono'
import { LATE_REASON } from '#shared/domain/report.ts'
import { everythingTyped } from '../access/form-post.ts'
import { mendable, type Refusal } from '../access/mendable.ts'
import { answerConflict } from '../components/report/answer-conflict.ts'
import { CheckPage } from '../pages/report/check.tsx'
import { mergedAnswers, type SentAnswers, savedAnswers } from '../report-draft/answers.ts'
import { blocking, reportPath } from '../report-draft/part.ts'
import { mayBeWritten } from '../report-draft/progress.ts'
import type { ReportSheet } from '../services.ts'
import { show } from '../show.tsx'
import { nowOf, type Visit, type VisitEnv, type Web } from '../visit.ts'
import { draftAnswer, wantsDraftAnswer } from './draft-answer.tsx'
import { keyOf, readSheet, toTaskList, versionOf, whileWritten } from './report-sheet.ts'
import { saveAnswers } from './save-answers.ts'
import type { Outcome } from './save-part.ts'

/** Check answers, comment on warnings, submit. */
export const reportSubmitRoutes = (web: Web) =>
  new Hono<VisitEnv>()
    .get('/check', (c) =>
      whileWritten(c, web, (sheet) =>
        sheet.draft
          ? show(c, <CheckPage sheet={sheet} answers={savedAnswers(sheet)} attempted={false} />)
          : toTaskList(c),
      ),
    )
    .get('/submit', (c) => c.redirect(`${reportPath(keyOf(c))}/check`, 303))
    .get('/comments', (c) => c.redirect(`${reportPath(keyOf(c))}/check`, 303))
    .post('/comments', async (c) => takeAnswers(c, web, await sentAnswers(c)))
    .post('/submit', (c) => submit(c, web))

/** Which answers a page asked for is known from what it sent; the keys are looked at only as far as the sheet asks for them. */
const sentAnswers = async (c: Visit): Promise<SentAnswers> => {
  const typed = await everythingTyped(c)
  return { typed, shown: typed.base ?? '', version: versionOf(typed.version ?? '') }
}

const part = { section: 'comments' } as const

/** The answers alone, as their page saves them by itself; whoever has no JavaScript submits them. */
const takeAnswers = async (c: Visit, web: Web, sent: SentAnswers): Promise<Response> => {
  const outcome = await outcomeOf(c, web, sent)
  if (wantsDraftAnswer(c)) return draftAnswer(c, outcome, sent.typed)
  return outcome.is === 'saved' ? toTaskList(c, 'saved') : notSubmitted(c, web, CHANGED, sent)
}

const outcomeOf = async (c: Visit, web: Web, sent: SentAnswers): Promise<Outcome> => {
  try {
    const { is, sheet, merged, seen } = await saveAnswers(c, web, { ...sent, whole: false })
    return is === 'saved'
      ? { is, sheet, part, seen }
      : { is, sheet, part, conflict: answerConflict(sheet, merged.both, c.var.frame) }
  } catch (error) {
    return { is: 'refused', sheet: await readSheet(c, web), part, refusal: mendable(error) }
  }
}

/**
 * Without warnings this is the use case alone: its own reads and one transaction. Comments are saved before anything is judged,
 * so that they survive whatever comes next.
 */
const submit = async (c: Visit, web: Web): Promise<Response> => {
  const sent = await sentAnswers(c)
  let draftVersion = sent.version
  try {
    if (sent.typed['has-comments'] === 'yes') {
      const saved = await saveAnswers(c, web, { ...sent, whole: true })
      if (saved.is === 'conflict') return notSubmitted(c, web, CHANGED, sent)
      if (blocking(saved.sheet.problems).length > 0) return toTaskList(c, 'saved')
      draftVersion = saved.seen
    }
    const command = { ...keyOf(c), draftVersion, lateReason: (sent.typed[LATE_REASON] ?? '').trim() }
    const report = await web.services.submitTwgReport(command, c.var.actor, nowOf(c))
    return c.redirect(`${reportPath(report)}/receipt/${report.version}`, 303)
  } catch (error) {
    return notSubmitted(c, web, mendable(error), sent)
  }
}

const CHANGED: Refusal = { code: 'draft-changed', message: '' }
/** The check page shows these at their very place, so the sentence itself is not repeated. */
const SHOWN_IN_PLACE = ['incomplete', 'late-reason', CHANGED.code]

const notSubmitted = async (c: Visit, web: Web, { code, message }: Refusal, sent: SentAnswers): Promise<Response> => {
  const { frame } = c.var
  const sheet = await readSheet(c, web)
  if (!mayBeWritten(sheet) || !sheet.draft) return afterwards(c, sheet)
  const { values, both } = mergedAnswers(sheet, sent)
  const changed = code === CHANGED.code ? changedBy(c, sheet.draft.savedBy) : undefined
  const refusal = SHOWN_IN_PLACE.includes(code) ? undefined : message
  return show(
    c,
    <CheckPage
      sheet={sheet}
      answers={values}
      attempted={!changed}
      refusal={refusal}
      unchanged={code === 'unchanged'}
      notice={changed}
      conflict={both.length > 0 ? answerConflict(sheet, both, frame) : undefined}
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
