import { roundAfter, roundOf } from '#shared/domain/calendar/round.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import { formOf } from '#shared/domain/forms/index.ts'
import { readDraft } from '#shared/domain/forms/read-draft.ts'
import type { TwgReport } from '#shared/domain/report.ts'
import { roundWrite } from '#shared/records/calendar.ts'
import type { RecordStore } from '#shared/records/record-store.ts'
import { draftWrite, reportWrites } from '#shared/records/reports.ts'
import { sessionWrite } from '#shared/records/sign-in.ts'
import { laoProvinces } from '#shared/sector/lao-provinces.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { completeDraft, consistentRow, header } from '../../fixtures/survey-clearance.ts'
import { at, worldOn } from '../../fixtures/world.ts'

export const ROUND = '2026-Q1'
export const TWG = 'survey-clearance'
/** While the round is open. */
export const NOW = at('2026-04-07', '10:00')
const SECRET = 'bench-session'
const PROVINCES = laoProvinces.slice(0, 6)

/** A row a province, such that nothing warns: the stock opens as last quarter's closed, and what was cleared waits for its hand-over. */
const rows = (stock: { opening: string; closing: string; waiting: string }) =>
  PROVINCES.map(({ code }) =>
    consistentRow({
      province: code,
      'inventory.opening': stock.opening,
      'inventory.closing': stock.closing,
      'handover.waiting': stock.waiting,
    }),
  )

const earlierReport = (round: string): TwgReport => {
  const form = formOf(TWG)
  const dates = roundOf(round, laoUxo)
  const draft = completeDraft({
    header: header({ cutOff: dates.quarterEnd }),
    rows: rows({ opening: '907 ha', closing: '1,000 ha', waiting: '0' }),
  })
  const content = form && readDraft(form, draft, { round: dates, sector: laoUxo, earlier: [] }).content
  if (!content) throw new Error(`The sample report for ${round} is not complete`)
  const submittedBy = { contact: 'bench', name: 'Bench', onBehalf: false }
  const submittedAt = at(dates.due)
  return {
    round,
    twg: TWG,
    version: 1,
    status: 'submitted',
    firstSubmittedAt: submittedAt,
    submittedAt,
    submittedBy,
    content,
  }
}

/**
 * Puts everything on the table that stands there when a chair is about to submit: people, an open round, the four
 * reports before, a complete draft, and the chair's session.
 * @returns the session's cookie
 */
export const prepareDueReport = async (records: RecordStore): Promise<string> => {
  const { contactAt } = await worldOn(records)
  const { contact } = await contactAt(`chair@${TWG}.example`)
  const session = { contact: contact.id, since: NOW, expires: '9999-12-31T00:00:00.000Z' }
  const earlier = [1, 2, 3, 4].map((quarters) => earlierReport(roundAfter(ROUND, -quarters)))
  await records.transact([
    sessionWrite(fingerprint(SECRET), session),
    roundWrite({ ...roundOf(ROUND, laoUxo), status: 'open' }, undefined, laoUxo.timeZone),
    draftWrite(
      ROUND,
      TWG,
      completeDraft({ rows: rows({ opening: '1,000 ha', closing: '1,093 ha', waiting: '407 ha' }) }),
      undefined,
    ),
    ...earlier.flatMap((report) => reportWrites(report, undefined)),
  ])
  return `__Host-session=${contact.id}.${SECRET}`
}
