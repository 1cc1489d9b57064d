import { clockAt } from '#shared/domain/dates.ts'
import type { Typed } from '#shared/domain/report.ts'
import { FrameContext } from '../components/frame.ts'
import { ConflictNotice } from '../components/report/conflict-notice.tsx'
import { PastHint, pastSaid } from '../components/report/past-hint.tsx'
import { rowNameOf } from '../report-draft/conflict.ts'
import type { DraftAnswer, FieldText } from '../report-draft/draft-answer.ts'
import { draftFields, keptUnder } from '../report-draft/kept.ts'
import { partFields, partPath, partProblems } from '../report-draft/part.ts'
import { pastOf } from '../report-draft/past.ts'
import type { Visit } from '../visit.ts'
import type { Outcome } from './save-part.ts'

/** A page that saves by itself asks for an answer instead of a page. */
export const wantsDraftAnswer = (c: Visit): boolean => c.req.header('accept') === 'application/json'

/** @param rowName of a row: what named it when its page was shown, or saved last */
export const draftAnswer = async (c: Visit, outcome: Outcome, values: Typed, rowName = ''): Promise<Response> => {
  const { frame, actor } = c.var
  const { t, sector } = frame
  const { sheet, part } = outcome
  if (outcome.is === 'refused')
    return c.json<DraftAnswer>({ status: t.reportDraft.notSaved(outcome.refusal.message) }, 422)
  const place = {
    action: partPath(sheet, part),
    kept: keptUnder(sheet, part, actor, values),
    hidden: draftFields(sheet, part, values),
  }
  if (outcome.is === 'conflict') {
    const notice = (
      <FrameContext.Provider value={frame}>
        <ConflictNotice conflict={outcome.conflict} typed={values} />
      </FrameContext.Provider>
    )
    const { conflict, conflictOwn } = t.reportDraft
    const status = outcome.conflict.saved?.by === actor.contact.name ? conflictOwn : conflict
    return c.json<DraftAnswer>({ ...place, status, notice: await notice.toString() }, 409)
  }
  const problems = partProblems(sheet, part).flatMap(({ field, level, message }): FieldText[] => {
    if (field === undefined) return []
    return [
      level === 'block'
        ? { field, slot: 'error', text: message }
        : { field, slot: 'note', text: t.report.willAsk(message) },
    ]
  })
  const hidden = { ...place.hidden, ...(outcome.seen === undefined ? {} : { version: String(outcome.seen) }) }
  const saved = t.report.saved(clockAt(sheet.draft?.savedAt ?? frame.now, sector.timeZone))
  const isAnother = part.section === 'row' && rowName !== rowNameOf(sheet.form, values)
  const past = isAnother ? { past: await pastBeside(c, outcome, values) } : {}
  return c.json<DraftAnswer>({ ...place, hidden, status: saved, problems, ...past })
}

/** By field, escaped by JSX. */
const pastBeside = async (c: Visit, { sheet, part }: Outcome, values: Typed): Promise<Record<string, string>> => {
  const { frame } = c.var
  const past = pastOf(sheet, part, values)
  const beside = partFields(sheet.form, part).map(async (field): Promise<[string, string][]> => {
    const said = pastSaid(field, past, frame)
    if (!said) return []
    const hint = (
      <FrameContext.Provider value={frame}>
        <PastHint id={`${field.path}-past`} past={said} />
      </FrameContext.Provider>
    )
    return [[field.path, String(await hint.toString())]]
  })
  return Object.fromEntries((await Promise.all(beside)).flat())
}
