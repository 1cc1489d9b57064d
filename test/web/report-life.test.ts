import { describe, expect, test } from 'vitest'
import type { Row } from '#shared/domain/forms/form.ts'
import type { TwgReport } from '#shared/domain/report.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { completeDraft } from '../fixtures/survey-clearance.ts'
import { surveyReport, surveyRow } from '../fixtures/survey-report.ts'
import { actionPoint, chair, type FakeState, OPEN, secretariat } from './fake-services.ts'
import { elements, textOf, typedIn } from './markup.ts'
import { visitor } from './visitor.ts'

const REPORT = '/reports/2026-Q1/survey-clearance'
const sent: TwgReport = { ...surveyReport([surveyRow('09', 'MAG')]), lateReason: undefined }
const said = (comment?: string) => ({ by: { contact: 'noy', name: 'Noy Sisouk' }, at: OPEN, comment })
const returned: TwgReport = { ...sent, status: 'returned', verdict: said('Two <teams> are missing') }
const accepted: TwgReport = { ...sent, status: 'accepted', verdict: said() }
const amended = completeDraft({ amendment: { reason: 'IMSMA was corrected', by: 'Khamla Phommachanh', at: OPEN } })
const returnedAmendment = {
  ...returned,
  version: 2,
  amendment: { reason: 'IMSMA was corrected', by: 'Khamla Phommachanh', at: OPEN },
}
const submitted = { current: sent, draft: undefined, draftVersion: 0 }

const page = async (own: Partial<FakeState>, path = '') => (await visitor(own).get(`${REPORT}${path}`)).text()
/** What the page of a report offers besides writing it, by its last word. */
const offered = async (own: Partial<FakeState>) => {
  const html = await page(own)
  return [
    ...elements(html, 'form').map(({ attributes }) => attributes.action ?? ''),
    ...elements(html, 'a').map(({ attributes }) => attributes.href ?? ''),
  ]
    .map((path) => path.split('/').at(-1))
    .filter((word) =>
      ['accept', 'return', 'amend', 'discard', 'withdraw', 'extension', 'versions'].includes(word ?? ''),
    )
}

describe('the page of a report', () => {
  test('offers each person what the report’s state lets them do', async () => {
    expect(await offered({ actor: secretariat })).toEqual(['extension', 'discard'])
    expect(await offered({ actor: chair })).toEqual(['discard'])
    expect(await offered({ actor: chair, draft: undefined, draftVersion: 0 })).toEqual([])
    expect(await offered({ actor: chair, draft: undefined, draftVersion: 4 })).toEqual(['versions'])
    expect(await offered({ ...submitted, actor: secretariat })).toEqual(['accept', 'return', 'versions'])
    expect(await offered({ ...submitted, actor: chair })).toEqual(['versions'])
    for (const actor of [chair, secretariat]) {
      expect(await offered({ current: returned, actor })).toEqual(['versions'])
      expect(await offered({ current: returnedAmendment, actor })).toEqual(['versions', 'withdraw'])
      expect(await offered({ ...submitted, current: accepted, actor })).toEqual(['amend', 'versions'])
      expect(await offered({ current: accepted, draft: amended, actor })).toEqual(['versions', 'discard'])
    }
  })

  test('shows the comment of a return above the draft, which can be written though the round is closed', async () => {
    const text = textOf(await page({ current: returned, phase: 'closed' }))
    expect(text).toContain('Returned by Noy Sisouk, 10 April 2026, 10:42 Two <teams> are missing')
    expect(text.indexOf('Two <teams>')).toBeLessThan(text.indexOf('1. Prepare'))
    expect(text).toContain('You can submit it although the round is closed')
    expect(text).not.toContain('This round is closed')
    expect((await visitor({ current: returned, phase: 'closed' }).get(`${REPORT}/header`)).status).toBe(200)
  })

  test('says why a returned first version is not given up, and what to do instead', async () => {
    expect(textOf(await page({ current: returned }))).toContain('If there is nothing to report, make it a nil return')
    expect(textOf(await page({ current: returnedAmendment }))).not.toContain('make it a nil return')
  })

  test('says that an accepted version stands again, and since when', async () => {
    const withdrawal = { version: 2, stands: 1, by: { contact: 'noy', name: 'Noy' }, at: OPEN, reason: 'No' }
    expect(textOf(await page({ ...submitted, current: { ...accepted, withdrawal } }))).toContain(
      'It stands again: Noy withdrew version 2, 10 April 2026, 10:42.',
    )
  })

  test('shows who amends an accepted report and why, and which version stays current', async () => {
    const text = textOf(await page({ current: accepted, draft: amended, phase: 'closed' }))
    expect(text).toContain('Accepted by Noy Sisouk')
    expect(text).toContain('IMSMA was corrected')
    expect(text).toContain('2026-Q1/survey-clearance/v1 stays the report')
    expect(text).toContain('1. Prepare')
  })

  test.each([
    '',
    '/header',
    '/narrative',
    '/actions',
    '/rows/1',
    '/rows/new',
    '/rows/1/remove',
    '/table',
    '/nil',
    '/check',
    '/discard',
  ])('names the three dates on %s', async (path) => {
    expect(textOf(await page({ actionPoints: [actionPoint()] }, path))).toMatch(
      /Due 17 April 2026.*Late from 18 April 2026.*Closed from 25 April 2026|Due 17 April 2026 Late from 18 April 2026 Closed 25 April 2026/,
    )
  })

  test.each(['/versions', '/receipt/1', '/amend', '/return'])('names the three dates on %s', async (path) => {
    const current = path === '/amend' ? accepted : sent
    expect(textOf(await page({ ...submitted, current, actor: secretariat }, path))).toContain(
      'Due 17 April 2026 · Late from 18 April 2026 · Closed from 25 April 2026',
    )
  })
})

describe('deciding about a report', () => {
  test('accepting is one press, about the version that was read', async () => {
    const { state, get, post, follow } = visitor({ ...submitted, actor: secretariat })
    const version = typedIn(await (await get(REPORT)).text(), 'report-version') ?? ''
    const after = await follow(await post(`${REPORT}/accept`, { 'report-version': version }))
    expect(textOf(await after.text())).toContain('The report is accepted.')
    expect(state.calls).toMatchObject([{ name: 'acceptTwgReport', command: { version: 1, twg: 'survey-clearance' } }])
  })

  test.each([
    ['return', submitted, 'returnTwgReport', { comment: 'Two teams' }],
    ['amend', { ...submitted, current: accepted }, 'amendTwgReport', { reason: 'Two teams' }],
    ['discard', {}, 'discardDraft', { reason: 'Two teams' }],
    ['withdraw', { current: returnedAmendment }, 'withdrawAmendment', { reason: 'Two teams' }],
    ['extension', {}, 'grantExtension', { due: '2026-05-04', reason: 'Two teams' }],
  ] as const)('%s asks for its words, then does it', async (step, own, name, form) => {
    const { state, get, post, follow } = visitor({ ...own, actor: secretariat })
    const html = await (await get(`${REPORT}/${step}`)).text()
    const version = typedIn(html, 'report-version') ?? ''
    const after = await follow(await post(`${REPORT}/${step}`, { ...form, 'report-version': version }))
    expect(await after.text()).toContain('govuk-notification-banner--success')
    expect(state.calls).toMatchObject([{ name, command: form }])
  })

  test.each([
    ['return', submitted, 'comment'],
    ['amend', { ...submitted, current: accepted }, 'reason'],
    ['discard', {}, 'reason'],
    ['withdraw', { current: returnedAmendment }, 'reason'],
    ['extension', {}, 'due'],
  ] as const)('%s that is refused says why at its field and keeps what was typed', async (step, own, field) => {
    const refusal = new UserError('any', say`Say it <otherwise>`, field)
    const { post } = visitor({ ...own, actor: secretariat, refusal })
    const typed = { comment: 'A <b>', reason: 'B <b>', due: 'soon' }
    const html = await (await post(`${REPORT}/${step}`, { ...typed, 'report-version': '1' })).text()
    expect(html).toContain(`href="#${field}"`)
    expect(html).toContain(`id="${field}-error"`)
    expect(typedIn(html, field)).toBe(typed[field])
    expect(typedIn(html, 'report-version')).toBe(step === 'discard' ? '3' : '1')
  })

  test('when somebody was faster it says so and keeps the comment', async () => {
    const refusal = new UserError('changed', say`Version 1 is accepted by Kham`)
    const { post } = visitor({ ...submitted, actor: secretariat, refusal })
    const answer = await post(`${REPORT}/return`, { comment: 'My words', 'report-version': '1' })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(textOf(html)).toContain('Version 1 is accepted by Kham')
    expect(typedIn(html, 'comment')).toBe('My words')
  })

  test('a draft is shown before it is discarded, and shown anew when somebody saved it meanwhile', async () => {
    const refusal = new UserError('changed', say`Noy saved the draft`)
    const { state, get, post } = visitor({ refusal, draft: completeDraft({ header: { clearedBy: 'Bounmy <b>' } }) })
    const before = await (await get(`${REPORT}/discard`)).text()
    expect(textOf(before)).toContain('Bounmy <b>')
    expect(before).not.toMatch(/<details[^>]* open/)
    const answer = await post(`${REPORT}/discard`, { reason: 'Mistake', 'report-version': '2' })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(textOf(html)).toContain('Noy saved the draft')
    expect(html).toMatch(/<details[^>]* open/)
    expect(typedIn(html, 'reason')).toBe('Mistake')
    expect(state.calls).toMatchObject([{ command: { draftVersion: 2 } }])
    expect(typedIn(html, 'report-version')).toBe('3')
  })

  test('an amendment is withdrawn with the draft that was shown, and with the newer one only once that is shown', async () => {
    const refusal = new UserError('changed', say`Noy saved the draft`)
    const { state, post } = visitor({ current: returnedAmendment, refusal })
    const typed = { reason: 'Mistake', 'report-version': '2', 'draft-version': '2' }
    const answer = await post(`${REPORT}/withdraw`, typed)
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toMatch(/<details[^>]* open/)
    expect(['reason', 'report-version', 'draft-version'].map((name) => typedIn(html, name))).toEqual([
      'Mistake',
      '2',
      '3',
    ])
    expect(state.calls).toMatchObject([{ command: { version: 2, draftVersion: 2, reason: 'Mistake' } }])
  })

  test('a chair gets neither the pages nor the deeds of the secretariat', async () => {
    const { state, get, post } = visitor({ ...submitted, actor: chair })
    for (const step of ['return', 'extension']) expect((await get(`${REPORT}/${step}`)).status).toBe(403)
    for (const step of ['return', 'extension', 'accept']) expect((await post(`${REPORT}/${step}`)).status).toBe(403)
    expect(state.calls).toEqual([])
  })

  test('what the state does not allow leads back to the report', async () => {
    const { get } = visitor({ actor: secretariat })
    for (const step of ['return', 'amend'])
      expect((await get(`${REPORT}/${step}`)).headers.get('location')).toBe(REPORT)
    for (const own of [submitted, { current: returned }, { draft: undefined, draftVersion: 4 }])
      expect((await visitor(own).get(`${REPORT}/discard`)).headers.get('location')).toBe(REPORT)
    for (const own of [submitted, { current: returned }, { current: accepted, draft: amended }])
      expect((await visitor(own).get(`${REPORT}/withdraw`)).headers.get('location')).toBe(REPORT)
  })
})

test('an amendment that amends nothing is refused with the way to give it up', async () => {
  const refusal = new UserError('unchanged', say`Nothing differs from the accepted version`)
  const { post } = visitor({ current: accepted, draft: amended, draftVersion: 3, refusal })
  const html = await (await post(`${REPORT}/submit`, { version: '3' })).text()
  expect(elements(html, 'a').some(({ attributes }) => attributes.href === `${REPORT}/discard`)).toBe(true)
  expect(textOf(html)).toContain('Nothing differs from the accepted version')
})

describe('the versions of a report', () => {
  const amendment = { reason: 'IMSMA was corrected', by: 'Khamla', at: OPEN }
  const edited = { ...surveyRow('09', 'MAG'), teams: 20, accidents: { notAvailable: 'not in yet' } }
  const second: TwgReport = {
    ...surveyReport([edited, surveyRow('13', 'HALO Trust')]),
    version: 2,
    amendment,
    content: {
      ...surveyReport([edited, surveyRow('13', 'HALO Trust')]).content,
      comments: { 'trend:released.cleared:09 · MAG': 'Rain <stopped>' },
    },
  }
  const own = { ...submitted, current: second, versions: [returned], actor: secretariat }

  test('say of a row that came with its name alone that there is no more to it', async () => {
    const topics = (...rows: Row[]) => ({ ...surveyReport(rows), twg: 'coordination-policy-funding' })
    const current = { ...topics({ kind: 'topic', subject: 'Funding' }), version: 2 }
    const { get } = visitor({ actor: secretariat, current, versions: [topics()] })
    expect(textOf(await (await get(`/reports/2026-Q1/${current.twg}/versions`)).text())).toContain(
      'Proposed SWG topic · Funding: row added (none) It says no more than its name.',
    )
  })

  test('say who, when and why, and what changed in words with units', async () => {
    const html = await page(own, '/versions')
    const text = textOf(html)
    expect(text).toContain('Amended because IMSMA was corrected (begun by Khamla)')
    expect(text).toContain('Khamla Phommachanh, on behalf of the chair')
    expect(text).toContain('Returned by Noy Sisouk, 10 April 2026, 10:42')
    expect(text).toContain('Two <teams> are missing')
    expect(text).toContain('Changed against version 1')
    expect(text).toContain('Xiengkhuang · MAG: Teams deployed 18 20')
    expect(text).toContain('Xiengkhuang · MAG: Demining accidents 0 n/a: not in yet')
    expect(text).toMatch(/HALO Trust: row added \(none\) .*Area cleared: 2,260,000 m².*Demining accidents: 0/)
    expect(text).toContain('Comment on Land release, Area cleared, Xiengkhuang · MAG (none) Rain <stopped>')
    for (const version of [1, 2]) expect(html).toContain(`href="${REPORT}/receipt/${version}"`)
  })

  test('name the drafts that were given up: who, when, why, and what they were begun for', async () => {
    const discarded = [
      { by: { contact: 'noy', name: 'Noy' }, at: OPEN, reason: 'Wrong <TWG>', draftVersion: 3, amendment },
    ]
    expect(textOf(await page({ ...own, discarded }, '/versions'))).toContain(
      'Discarded by Noy, 10 April 2026, 10:42 Discarded because Wrong <TWG> Amended because IMSMA was corrected',
    )
  })

  test('that differ in nothing say so', async () => {
    expect(textOf(await page({ ...own, current: { ...sent, version: 2 } }, '/versions'))).toContain(
      'No figure and no answer in it differs from version 1',
    )
  })

  test('say of one that was withdrawn who did it and why; the next is compared with the one that stood again', async () => {
    const withdrawal = { version: 2, stands: 1, by: { contact: 'noy', name: 'Noy' }, at: OPEN, reason: 'No <longer>' }
    const withdrawn = { ...second, status: 'returned' as const, withdrawal }
    const third = { ...second, version: 3 }
    const text = textOf(await page({ ...own, current: third, versions: [withdrawn, sent] }, '/versions'))
    expect(text).toContain('Status Withdrawn')
    expect(text).toContain(
      'Withdrawn by Noy, 10 April 2026, 10:42 Withdrawn because No <longer> The report again Version 1',
    )
    expect(text.match(/Changed against version \d/g)).toEqual([
      'Changed against version 1',
      'Changed against version 1',
    ])
  })

  test('the receipt of a version tells what became of it', async () => {
    const text = textOf(await page({ ...submitted, current: { ...returned, amendment } }, '/receipt/1'))
    expect(text).toContain('Status Returned')
    expect(text).toContain('Returned by Noy Sisouk')
    expect(text).toContain('Amended because IMSMA was corrected')
  })
})

test('a report that came late before asks for no second reason: the first one stands in its field', async () => {
  const html = await page({ current: { ...returned, lateReason: 'Floods' }, phase: 'late' }, '/check')
  expect(typedIn(html, 'lateReason')).toBe('Floods')
})
