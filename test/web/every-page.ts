import { completeDraft, consistentRow, header } from '../fixtures/survey-clearance.ts'
import { surveyReport, surveyRow } from '../fixtures/survey-report.ts'
import { minutes } from './fake-calendar.ts'
import { IRELAND, WITHDRAWN } from './fake-ledger.ts'
import { actionPoint, type FakeState, focalPoint, refusedIntake, secretariat } from './fake-services.ts'
import { visitor } from './visitor.ts'

const REPORT = '/reports/2026-Q1/survey-clearance'
const rows = [consistentRow(), consistentRow({ operator: 'MAG', teams: 'many', 'landUse.other': '1' })]
const mending = completeDraft({ rows, header: header({ clearedBy: '' }) })
const actionPoints = [actionPoint(), actionPoint({ id: 'd4e5f6', text: 'ສົ່ງບົດລາຍງານ', due: '2026-03-01' })]
const followedUp = completeDraft({ actions: { 'a1b2c3.status': 'delayed' } })

const by = { contact: 'noy', name: 'Noy Sisouk' }
const verdict = { by, at: '2026-04-10T03:42:00.000Z', comment: 'Mend the second row' }
const returned = { ...surveyReport([surveyRow('09', 'MAG')]), status: 'returned' as const, verdict }
const amendment = { reason: 'IMSMA was corrected', by: 'Khamla', at: '2026-04-10T03:42:00.000Z' }
const discarded = { by, at: amendment.at, reason: 'Begun by mistake', draftVersion: 2, amendment }
const amended = { ...surveyReport([surveyRow('13', 'MAG')], 'Other words'), version: 2, amendment }
const accepted = { ...surveyReport([surveyRow('09', 'MAG')]), status: 'accepted' as const }
const mended = { ...amended, status: 'returned' as const, verdict }
const withdrawal = { version: 2, stands: 1, by, at: amendment.at, reason: 'Nothing was wrong' }

const paths: readonly (readonly [path: string, own?: Partial<FakeState>])[] = [
  ['/'],
  ...['', '/header', '/narrative', '/rows/1', '/rows/new', '/rows/1/remove', '/table', '/nil', '/check'].map(
    (part) => [`${REPORT}${part}`] as const,
  ),
  ...['', '/header', '/rows/2', '/check'].map((part) => [`${REPORT}${part}`, { draft: mending }] as const),
  [REPORT, { phase: 'closed' }],
  [REPORT, { draft: undefined, draftVersion: 0, phase: 'announced' }],
  [`${REPORT}/nil`, { draft: completeDraft({ nil: { reason: '' } }) }],
  [`${REPORT}/check`, { phase: 'late' }],
  [`${REPORT}/receipt/1`, { current: surveyReport([surveyRow('09', 'MAG')]) }],
  [`${REPORT}/versions`, { current: amended, versions: [returned], draft: undefined }],
  [`${REPORT}/receipt/1`, { current: returned }],
  [REPORT, { current: returned, phase: 'closed' }],
  [REPORT, { current: surveyReport([]), draft: undefined, actor: secretariat }],
  [`${REPORT}/return`, { current: surveyReport([]), draft: undefined, actor: secretariat }],
  [`${REPORT}/amend`, { current: { ...surveyReport([]), status: 'accepted' }, draft: undefined }],
  [`${REPORT}/discard`],
  [`${REPORT}/discard`, { current: { ...surveyReport([]), status: 'accepted' }, draft: completeDraft({ amendment }) }],
  [`${REPORT}/versions`, { current: amended, draft: undefined, discarded: [discarded] }],
  [`${REPORT}/withdraw`, { current: mended }],
  [REPORT, { current: mended }],
  [REPORT, { current: { ...accepted, withdrawal }, draft: undefined }],
  [
    `${REPORT}/versions`,
    { current: { ...accepted, withdrawal }, versions: [{ ...mended, withdrawal }], draft: undefined },
  ],
  [`${REPORT}/extension`, { actor: secretariat }],
  ['/', { actionPoints }],
  ...['', '/actions', '/check'].map((part) => [`${REPORT}${part}`, { actionPoints }] as const),
  [`${REPORT}/actions`, { actionPoints, draft: followedUp }],
  ['/actions', { actionPoints }],
  ['/actions/new', { actor: secretariat }],
  ['/actions/a1b2c3', { actionPoints }],
  ['/actions/a1b2c3', { actionPoints, actor: secretariat }],
  ['/meetings'],
  ['/meetings/2026-Q1-risk-education', { actor: secretariat }],
  ['/meetings/2026-Q1-risk-education/cancel', { actor: secretariat }],
  ['/meetings/2026-Q1-risk-education', { minutes }],
  ['/meetings/2026-Q1-risk-education/minutes', { actor: secretariat }],
  ['/meetings/2026-Q1-risk-education/minutes', { actor: secretariat, minutes }],
  ['/calendar'],
  ['/calendar?year=2028', { feedSince: '2026-04-10T03:42:00.000Z' }],
  ['/calendar/plan', { actor: secretariat }],
  ['/calendar/seat'],
  ['/calendar/seat', { actor: secretariat }],
  ['/briefs'],
  ['/briefs/2026-Q1/survey-clearance'],
  ['/briefs/2026-Q1/survey-clearance', { actor: secretariat }],
  ['/briefs/version/1/2026-Q1/survey-clearance'],
  ['/briefs/behind/1/survey-clearance/areaCleared/quarter/2026-Q1/survey-clearance'],
  ['/briefs/behind/1/survey-clearance/areaCleared/Xiangkhouang/2026-Q1/survey-clearance'],
  ['/briefs/swg-2026-1', { actor: secretariat }],
  ['/intake', { actor: secretariat }],
  [`/intake/${refusedIntake.id}`, { actor: secretariat }],
  ['/funding'],
  ['/funding', { actor: secretariat }],
  ['/funding', { actor: focalPoint }],
  ['/funding/ledger'],
  ['/funding/ledger?year=2022&donor=ireland'],
  ['/funding/ledger?type=pledge'],
  ['/funding/reconciliation/2022/landmine-monitor/government', { actor: secretariat }],
  ['/funding/donors/ireland', { actor: focalPoint }],
  [`/funding/contributions/${IRELAND}`, { actor: focalPoint }],
  [`/funding/contributions/${IRELAND}/correct`, { actor: secretariat }],
  [`/funding/contributions/${IRELAND}/withdraw`, { actor: focalPoint }],
  [`/funding/contributions/${WITHDRAWN}`, { actor: focalPoint }],
  [`/funding/contributions/${WITHDRAWN}/correct`, { actor: secretariat }],
  ['/funding/contributions/new', { actor: focalPoint }],
  ['/funding/contributions/new', { actor: secretariat }],
  ['/funding/imports', { actor: secretariat }],
  ['/funding/imports/file-1', { actor: secretariat }],
  ['/funding/imports/file-2', { actor: secretariat }],
  ['/contacts', { actor: secretariat }],
  ['/contacts/new', { actor: secretariat }],
  ['/contacts/khamla', { actor: secretariat }],
  ['/contacts'],
  ['/sessions'],
  ['/nowhere'],
  ['/sign-in'],
  ['/sign-in/code'],
  ['/sign-in/link/any-token'],
  ['/signed-in'],
]

/** Every page as a reader may meet it, with the answer's headers. */
export const everyPage = (): Promise<{ name: string; answer: Response; html: string; told: readonly unknown[] }[]> =>
  Promise.all(
    paths.map(async ([path, own]) => {
      const { get, told } = visitor(own)
      const answer = await get(path)
      return { name: `${path} ${Object.keys(own ?? {}).join(' ')}`.trim(), answer, html: await answer.text(), told }
    }),
  )
