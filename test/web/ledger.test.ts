import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { MOVEMENT_COLUMNS } from '#shared/domain/ledger/import/movement-table.ts'
import { CONTRIBUTION_COLUMNS } from '#shared/domain/ledger/import/yearly-row.ts'
import { ContributionMistakes, FormRecorded } from '#shared/domain/ledger/mistakes.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { IRELAND, KNOWN, OVERTAKEN, PASSED_ON, STATED, WITHDRAWN, WRITING } from './fake-ledger.ts'
import { focalPoint, secretariat } from './fake-services.ts'
import { elements, textOf, typedIn } from './markup.ts'
import { ORIGIN, visitor } from './visitor.ts'

const textAt = async (answer: Response | Promise<Response>) => textOf(await (await answer).text())
const NEW = '/funding/contributions/new'
const form = {
  opened: '2026-04-10T03:42:00.000Z',
  count: '1',
  donor: 'Ireland',
  title: 'Clearance',
  source: 'donor',
  'movements.0.type': 'disbursement',
  'movements.0.date': '2026-03-02',
  'movements.0.amount': '500,000',
  'movements.0.currency': 'EUR',
  'movements.0.usd': '526,700.50',
}

describe('the funding page', () => {
  test('gives the published total of 2022, its concentration, pledges apart, and each source by itself', async () => {
    const text = await textAt(visitor().get('/funding'))
    expect(text).toContain('2022, as stated by: Landmine Monitor Paid US$ 51,421,114')
    expect(text).toContain('2022, as stated by: Government Paid US$ 500,000')
    expect(text).toContain('Share of the largest donor 87.5 %')
    expect(text).toContain('0.7704')
    expect(text).toContain('Change on the year before US$ 9,414,296 (22.4 %)')
    expect(text).toContain('Landmine Monitor and Government compared')
    expect(text).toContain('Not stated US$ 51,421,114 100.0 %')
    expect(text).toContain('Passed on by first recipients (in no total) US$ 100,000')
    expect(text).toMatch(/What a first recipient passed on, .* is in no total\. What the next/)
  })

  test('states no concentration of a year in which nothing was paid, and leaves its pledges to themselves', async () => {
    const html = await (await visitor().get('/funding')).text()
    const text = textOf(html)
    const year = text.slice(text.indexOf('2023, as stated by'), text.indexOf('2022, as stated by'))
    expect(year).toContain('Nothing was paid, so there is no concentration to state')
    expect(year).toContain('Pledged (in no total) US$ 526,700')
    expect(year).not.toMatch(/0\.0000|0\.0 %|more than one year|Bar chart/)
    expect(text).toContain('2023 Landmine Monitor US$ 0 US$ 0 Nothing paid Nothing paid')
  })

  test('shows charts whose bars are as long as the figures beside them, described, with their table beneath them', async () => {
    const html = await (await visitor().get('/funding')).text()
    const charts = [...html.matchAll(/<figure class="app-bars".*?<\/figure>/gs)]
    const says = charts.map(([chart]) => elements(chart, 'figure')[0]?.attributes['aria-label'])
    expect(says).toEqual(
      ['by year and source', 'in 2022 as stated by Landmine Monitor', 'in 2022 as stated by Government'].map((what) =>
        expect.stringMatching(new RegExp(`paid and committed ${what}; the same figures stand in the table below`)),
      ),
    )
    const [years = '', donors = ''] = charts.map(([chart]) => chart)
    expect(textOf(years)).toContain('Paid Committed, not yet paid 2022 Landmine Monitor US$ 51,421,114 2022 Government')
    const paid = elements(donors, 'rect').flatMap(({ attributes }) =>
      attributes.class === 'app-bar__paid' && attributes.width !== '16' ? [attributes.width] : [],
    )
    // US$ 45,004,000, then 2,566,428 and 1,648,280.
    expect(paid.slice(0, 3)).toEqual(['100.00%', '5.70%', '3.66%'])
    expect(html.indexOf('<figure')).toBeLessThan(html.indexOf('id="years"'))
    expect(html).not.toContain('style=')
  })

  test('offers to record and import only to those who may', async () => {
    const links = async (actor?: typeof focalPoint) =>
      elements(await (await visitor(actor ? { actor } : {}).get('/funding')).text(), 'a').map(
        ({ attributes }) => attributes.href,
      )
    expect(await links()).not.toContain(NEW)
    expect(await links(focalPoint)).toEqual(expect.arrayContaining([NEW, '/funding/donors/ireland']))
    expect(await links(focalPoint)).not.toContain('/funding/imports')
    expect(await links(secretariat)).toEqual(expect.arrayContaining([NEW, '/funding/imports']))
  })
})

describe('the list of movements', () => {
  test('marks a correction with what it takes back, and what was taken back', async () => {
    const text = textOf(await (await visitor().get('/funding/ledger?year=2022&type=disbursement')).text())
    expect(text).toContain('Disbursement, taken back by a correction Ireland')
    expect(text).toContain('Correction: takes back a disbursement Ireland')
    expect(text.match(/taken back by a correction/g)).toHaveLength(1)
  })

  test('marks what was passed on, and says that it is in no total', async () => {
    const text = await textAt(visitor().get('/funding/ledger?year=2022'))
    expect(text.match(/Disbursement Passed on/g)).toHaveLength(1)
    expect(text).toContain('30 June 2022 Disbursement Passed on Ireland Clearance of one village')
    expect(text).toMatch(/marked “Passed on” .* is in no total\./)
    expect(await textAt(visitor().get('/funding/ledger?year=2022&type=pledge'))).not.toContain('Passed on')
  })

  test('takes no word for a year', async () => {
    const html = await (await visitor().get('/funding/ledger?year=abc')).text()
    expect(elements(html, 'option').map(({ attributes }) => attributes.value)).not.toContain('abc')
    expect(textOf(html)).toContain('10 movements')
  })
})

describe('a contribution', () => {
  test('is recorded from the form, whose name makes a second press harmless', async () => {
    const { state, post } = visitor({ actor: focalPoint })
    const answer = await post(NEW, form)
    expect(answer.headers.get('location')).toBe(`/funding/contributions/${IRELAND}?done=recorded`)
    expect(state.calls).toMatchObject([
      {
        name: 'enterContribution',
        command: { form: form.opened, typed: { facts: { donor: 'Ireland' }, movements: [{ amount: '500,000' }] } },
      },
    ])
  })

  test('with mistakes is shown again with each at its field, and what was typed stays', async () => {
    const refusal = new ContributionMistakes([
      { field: 'title', message: say`Enter a title` },
      { field: 'movements.0.amount', message: say`is not an amount` },
    ])
    const html = await (await visitor({ actor: focalPoint, refusal }).post(NEW, { ...form, note: 'ສະບາຍດີ <b>' })).text()
    expect(html).toContain('id="title-error"')
    expect(html).toContain('id="movements.0.amount-error"')
    expect(elements(html, 'a').map(({ attributes }) => attributes.href)).toContain('#movements.0.amount')
    expect(typedIn(html, 'movements.0.usd')).toBe('526,700.50')
    expect(typedIn(html, 'note')).toBe('ສະບາຍດີ <b>')
    expect(typedIn(html, 'opened')).toBe(form.opened)
  })

  test('gets room for another movement, and leaves out one that was cleared', async () => {
    const { state, post } = visitor({ actor: focalPoint })
    const html = await (await post(NEW, { ...form, add: 'yes' })).text()
    expect(typedIn(html, 'movements.0.amount')).toBe('500,000')
    expect(typedIn(html, 'movements.1.amount')).toBe('')
    expect(state.calls).toEqual([])
    await post(NEW, { ...form, count: '99999999', 'movements.1.type': 'pledge' })
    expect(state.calls).toMatchObject([{ command: { typed: { movements: [{}] } } }])
  })

  test('sent again with other content is refused with what was typed, a link to the first, and a name of its own for the next try', async () => {
    const { post } = visitor({ actor: focalPoint, refusal: new FormRecorded(IRELAND) })
    const html = await (await post(NEW, { ...form, opened: 'before', title: 'Another' })).text()
    expect(textOf(html)).toContain('This form was recorded already, with other content')
    expect(elements(html, 'a').map(({ attributes }) => attributes.href)).toContain(`/funding/contributions/${IRELAND}`)
    expect([typedIn(html, 'title'), typedIn(html, 'opened') === 'before']).toEqual(['Another', false])
  })

  test('of a new donor is asked about at its field, and sent with the answer', async () => {
    const refusal = new ContributionMistakes([{ field: 'new_donor', message: say`No donor of this name` }])
    const asked = { ...form, donor: 'Fund <b>' }
    const html = await (await visitor({ actor: secretariat, refusal }).post(NEW, asked)).text()
    expect(textOf(html)).toContain('“Fund <b>” is a donor of its own')
    const [tick] = elements(html, 'input').filter(({ attributes }) => attributes.name === 'new_donor')
    expect(tick?.attributes).toMatchObject({ type: 'checkbox', value: 'fund-b' })
    const { state, get, post } = visitor({ actor: secretariat })
    await post(NEW, { ...asked, new_donor: 'fund-b' })
    expect(state.calls).toMatchObject([{ command: { newDonor: 'fund-b' } }])
    expect(await (await get(NEW)).text()).not.toContain('new_donor')
  })

  test('loses its first movement like any other, and keeps an empty form to be filled in', async () => {
    const { state, post } = visitor({ actor: focalPoint })
    const cleared = { ...form, 'movements.0.date': '', 'movements.0.amount': '' }
    await post(NEW, { ...cleared, count: '2', 'movements.1.date': '2026', 'movements.1.amount': '7' })
    await post(NEW, cleared)
    expect(state.calls).toMatchObject([
      { command: { typed: { movements: [{ date: '2026', amount: '7' }] } } },
      { command: { typed: { movements: [{ type: 'disbursement', amount: '' }] } } },
    ])
    expect(state.calls).not.toMatchObject([{ command: { typed: { movements: [{}, {}] } } }, {}])
  })

  test('is withdrawn after a page that asks once more and why; what was typed stays when it is refused', async () => {
    const page = `/funding/contributions/${IRELAND}`
    const { state, get, post } = visitor({ actor: focalPoint })
    expect(elements(await (await get(page)).text(), 'a').map(({ attributes }) => attributes.href)).toContain(
      `${page}/withdraw`,
    )
    const html = await (await get(`${page}/withdraw`)).text()
    expect(textOf(html)).toContain('EUR 500,000.00')
    const answer = await post(`${page}/withdraw`, { version: typedIn(html, 'version') ?? '', reason: 'twice' })
    expect(answer.headers.get('location')).toBe(page)
    expect(state.calls).toEqual([
      { name: 'withdrawContribution', command: { id: IRELAND, version: 2, reason: 'twice' } },
    ])
    const refusal = new UserError('reason', say`Say why`, 'reason')
    const refused = await (
      await visitor({ actor: focalPoint, refusal }).post(`${page}/withdraw`, { version: '2', reason: '<i>' })
    ).text()
    expect([refused.includes('id="reason-error"'), typedIn(refused, 'reason')]).toEqual([true, '<i>'])
    expect((await visitor().get(`${page}/withdraw`)).status).toBe(403)
  })

  test('that is withdrawn says so, with the reason, and offers to record it again', async () => {
    const { get } = visitor({ actor: focalPoint })
    const html = await (await get(`/funding/contributions/${WITHDRAWN}`)).text()
    expect(textOf(html)).toContain('This contribution was withdrawn by Noy Sisouk on 1 April 2026, 10:00.')
    expect(textOf(html)).toContain('Reason: the <donor> took it back')
    expect(html).not.toContain('<donor>')
    const again = `/funding/contributions/${WITHDRAWN}/correct`
    expect(elements(html, 'a').map(({ attributes }) => attributes.href)).toContain(again)
    expect(typedIn(await (await get(again)).text(), 'movements.0.amount')).toBe('500000.00')
    expect((await get(`/funding/contributions/${WITHDRAWN}/withdraw`)).status).toBe(303)
  })

  test('that another source stated is not the focal point’s to correct: its page says where disagreement goes', async () => {
    const page = `/funding/contributions/${STATED}`
    const { get } = visitor({ actor: focalPoint })
    const html = await (await get(page)).text()
    const links = elements(html, 'a').map(({ attributes }) => attributes.href)
    expect([links.includes(`${page}/correct`), links.includes(`${page}/withdraw`)]).toEqual([false, false])
    expect(textOf(html)).toContain('explain the difference where the two sources of the year are compared')
    expect([(await get(`${page}/correct`)).status, (await get(`${page}/withdraw`)).status]).toEqual([403, 403])
  })

  test('shows who did what when and why, with nothing unescaped', async () => {
    const html = await (await visitor().get(`/funding/contributions/${IRELAND}`)).text()
    expect(html).not.toContain('<bank>')
    expect(textOf(html)).toContain(
      '5 April 2026, 10:00 Aoife Corrected First recipient: empty → MAG the <bank> had the wrong rate',
    )
    expect(textOf(html)).toContain(
      '1 April 2026, 10:00 Noy Sisouk Recorded Disbursement, 2022 (year only): EUR 500,000.00 (USD 526,700.00; As published: Landmine Monitor)',
    )
    expect(textOf(html)).not.toContain('Correct or add to it')
  })

  test('shows all that was recorded: whose rate of which day, evidence, note, recipient, and what it passes on', async () => {
    const html = await (await visitor().get(`/funding/contributions/${PASSED_ON}`)).text()
    const text = textOf(html)
    const rate = 'US$ 1 = LAK 21000 (Bank of the Lao PDR, 29 June 2022)'
    expect(text).toContain(`LAK 2,100,000,000.00 USD 100,000.00 ${rate}`)
    expect(text).toContain(`30 June 2022: LAK 2,100,000,000.00 (USD 100,000.00; ${rate})`)
    const [page = '', history = ''] = html.split('id="history"').map(textOf)
    for (const said of ['UXO Lao', 'https://example.org/agreement?a=1&b=2', 'agreed <orally>', 'Government'])
      expect([page.includes(said), history.includes(said)]).toEqual([true, true])
    expect(elements(html, 'a').map(({ attributes }) => attributes.href)).toContain(`/funding/contributions/${IRELAND}`)
    expect(page).toContain(
      'Passed on from Ireland, 2022 It was withdrawn: say by a correction where this money came from.',
    )
    expect(history).toContain(IRELAND)
  })

  test('is corrected from a form that holds what stands, with the version that was looked at', async () => {
    const path = `/funding/contributions/${IRELAND}/correct`
    const { state, get, post } = visitor({ actor: focalPoint })
    const html = await (await get(path)).text()
    expect([typedIn(html, 'version'), typedIn(html, 'movements.0.date'), typedIn(html, 'movements.0.usd')]).toEqual([
      '2',
      '2022',
      '526700.00',
    ])
    await post(path, { ...form, version: '2', reason: 'wrong rate' })
    expect(state.calls).toMatchObject([
      { name: 'correctContribution', command: { id: IRELAND, version: 2, reason: 'wrong rate' } },
    ])
    const refusal = new UserError('reason', say`Say why this is corrected`, 'reason')
    const refused = await (await visitor({ actor: focalPoint, refusal }).post(path, { ...form, version: '2' })).text()
    expect(refused).toContain('id="reason-error"')
    expect((await visitor().get(path)).status).toBe(403)
  })
})

describe('a correction that somebody else was faster with', () => {
  test('shows what they did, keeps what was typed, and can be sent again', async () => {
    const refusal = new UserError('changed', say`Someone changed this contribution`)
    const typed = { ...form, version: '1', reason: 'wrong rate', title: 'My <title>' }
    const { post } = visitor({ actor: focalPoint, refusal })
    const html = await (await post(`/funding/contributions/${IRELAND}/correct`, typed)).text()
    expect([typedIn(html, 'version'), typedIn(html, 'title'), typedIn(html, 'reason')]).toEqual([
      '2',
      'My <title>',
      'wrong rate',
    ])
    expect(textOf(html)).toContain('Aoife Corrected First recipient: empty → MAG')
    expect(textOf(html)).not.toContain('Noy Sisouk Recorded')
  })
})

describe("a donor's page", () => {
  test('is confirmed by its focal point as it was shown', async () => {
    const { state, get, post, follow } = visitor({ actor: focalPoint })
    const html = await (await get('/funding/donors/ireland')).text()
    const seen = typedIn(html, 'seen') ?? ''
    expect(await textAt(follow(await post('/funding/donors/ireland/confirm', { seen })))).toContain('is confirmed')
    expect(state.calls).toEqual([{ name: 'confirmDonor', command: { donor: 'ireland', seen: 'as-shown' } }])
    expect(
      typedIn(await (await visitor({ actor: secretariat }).get('/funding/donors/ireland')).text(), 'seen'),
    ).toBeUndefined()
  })

  test('marks what was passed on, and says once beneath the totals that it is in none', async () => {
    const text = await textAt(visitor().get('/funding/donors/ireland'))
    expect(text.match(/Disbursement Passed on/g)).toHaveLength(2)
    expect(text.match(/What a first recipient passed on/g)).toHaveLength(1)
    expect(text).toMatch(/Totals by year and source .* is in no total\. Contributions \(3\)/)
  })

  test('says so when something changed meanwhile', async () => {
    const refusal = new UserError('changed', say`Something changed since you opened the page`)
    const { post } = visitor({ actor: focalPoint, refusal })
    expect(await textAt(post('/funding/donors/ireland/confirm', { seen: 'old' }))).toContain('Something changed since')
  })
})

describe('two sources of a year', () => {
  const path = '/funding/reconciliation/2022/landmine-monitor/government'
  test('stand side by side; the secretariat explains any difference, a focal point its own, others none', async () => {
    const options = async (actor?: typeof focalPoint) =>
      elements(await (await visitor(actor ? { actor } : {}).get(path)).text(), 'option').length
    expect([await options(), await options(focalPoint), await options(secretariat)]).toEqual([0, 2, 7])
    const html = await (await visitor().get(path)).text()
    expect(textOf(html)).toContain('Noy Sisouk Ireland the <fiscal> year')
    expect(textOf(html)).toContain('the <fiscal> year Said of a difference of US$ −1,000,000, which changed since.')
    expect(textOf(html)).toContain('Noy Sisouk Ireland The explanation was taken back')
    expect(html).not.toContain('<fiscal>')
    const { state, post } = visitor({ actor: secretariat })
    expect((await post(path, { donor: 'ireland', text: 'through UNDP', seen: 'then' })).headers.get('location')).toBe(
      `${path}?saved`,
    )
    expect(state.calls).toEqual([
      {
        name: 'explainDifference',
        command: {
          year: 2022,
          sources: ['landmine-monitor', 'government'],
          donor: 'ireland',
          text: 'through UNDP',
          seen: 'then',
        },
      },
    ])
    expect((await visitor().get('/funding/reconciliation/2021/fts/iati')).status).toBe(404)
  })

  test('keep their address and a refused explanation when the other source comes to know of more', async () => {
    const refusal = new UserError('invalid', say`The text is too long`, 'text')
    const { get, post } = visitor({ actor: secretariat, refusal })
    const turned = '/funding/reconciliation/2022/government/landmine-monitor'
    expect(await textAt(get(turned))).toContain('Government and Landmine Monitor compared')
    const html = await (await post(turned, { donor: 'ireland', text: 'through <UNDP>', seen: 'then' })).text()
    expect(textOf(html)).toContain('The text is too long')
    expect(html).toContain('through &lt;UNDP&gt;</textarea>')
  })
})

describe('an import', () => {
  const upload = (csv: string | Uint8Array<ArrayBuffer>, actor = secretariat) => {
    const { state, send } = visitor({ actor })
    const body = new FormData()
    body.set('source', 'donor')
    body.set('file', new File([csv], 'figures.csv', { type: 'text/csv' }))
    return { state, answer: send('/funding/imports', { method: 'POST', body, headers: { origin: ORIGIN } }) }
  }
  const HEAD = 'year,donor,sectors,currency,amount,amount_usd_reported\n'

  test('that is good leads to what it would record, and is recorded when someone says so', async () => {
    const { state, answer } = upload(`${HEAD}2022,Ireland,clearance,EUR,5,6\n`)
    expect((await answer).headers.get('location')).toBe('/funding/imports/file-1')
    expect(state.calls).toMatchObject([{ command: { name: 'figures.csv', source: 'donor' } }])
    const { post } = visitor({ actor: secretariat })
    expect((await post('/funding/imports/file-1/record')).headers.get('location')).toBe('/funding/imports/file-1')
  })

  test('that the ledger speaks against since it was checked says so on its page', async () => {
    const { post } = visitor({ actor: secretariat })
    const answer = await post(`/funding/imports/${OVERTAKEN}/record`)
    expect(answer.status).toBe(200)
    expect(textOf(await answer.text())).toContain('There is a problem The ledger changed: row 2')
  })

  test('says beside the file how days are read, and of every column of either format what it holds', async () => {
    const html = await (await visitor({ actor: secretariat }).get('/funding/imports')).text()
    expect(textOf(/<div id="file-hint".*?<\/div>/.exec(html)?.[0] ?? '')).toMatch(/2026-03-31.*3\/4\/2026, is refused/)
    const explained = [...html.matchAll(/<code>(\w+)<\/code>/g)].map(([, column]) => column)
    expect(explained).toEqual([...CONTRIBUTION_COLUMNS, ...MOVEMENT_COLUMNS])
    expect(textOf(html)).toMatch(/date Yes A day such as 2026-03-31.*rate_date No A day/)
  })

  test('that is good says what to look at before it is recorded', async () => {
    const text = await textAt(visitor({ actor: secretariat }).get('/funding/imports/file-1'))
    expect(text).toContain('Already recorded before 2')
    expect(text).toMatch(/Rows 3, 5 say the same.* 1 more of the kind Ireland, 2022: .*row 4 would add to it/)
    expect(text).toContain('“Irland” is a new donor. Names that are recorded: “Ireland” Record 4 contributions')
  })

  test('says how much of it is new and how much is known, and offers nothing to record where nothing is new', async () => {
    const { get } = visitor({ actor: secretariat })
    const mixed = await textAt(get('/funding/imports/file-1'))
    expect(mixed).toContain('4 of the contributions are new. 2 are recorded already and stay as they are.')
    const known = await (await get(`/funding/imports/${KNOWN}`)).text()
    expect(textOf(known)).toContain('contributions-2022.csv holds nothing new')
    expect(textOf(known)).toContain('Everything in it is recorded already.')
    expect(elements(known, 'form').map(({ attributes }) => attributes.action)).not.toContain(
      `/funding/imports/${KNOWN}/record`,
    )
    expect(textOf(known)).not.toContain('Before you record it')
  })

  test('that is being recorded looks again by itself how far it is, until told not to', async () => {
    const { get } = visitor({ actor: secretariat })
    const writing = await get(`/funding/imports/${WRITING}`)
    expect(writing.headers.get('refresh')).toBe('5')
    const html = await writing.text()
    expect(textOf(html)).toMatch(/Recorded so far 25.0 %.*looks again every 5 seconds/)
    expect(textOf(html)).toMatch(/does not grow for a minute.*at the next full hour, or at once.* Go on now/)
    const stay = await get(/href="([^"]*\?stay)"/.exec(html)?.[1] ?? '')
    expect([stay.status, stay.headers.get('refresh')]).toEqual([200, null])
    expect((await get('/funding/imports/file-1')).headers.get('refresh')).toBeNull()
  })

  test('with mistakes lists each by row and column, with nothing unescaped', async () => {
    const html = await (await upload(`${HEAD}2022,Ireland,clearance,<b>,5,6\n`).answer).text()
    expect(textOf(html)).toContain('2 currency “<b>” is not an ISO 4217 code such as EUR')
    expect(html).not.toContain('<b>”')
    const rows = '2022,Ireland,clearance,EUR,none,6\n'.repeat(3)
    const many = textOf(await (await upload(`${HEAD}${rows}`).answer).text())
    expect(many).toMatch(/3 mistakes: nothing was recorded.*The first 2 mistakes in the file/)
  })

  test('that a spreadsheet saved as Unicode text is read, whichever way its bytes are turned', async () => {
    const text = `\ufeff${HEAD}2022,ກອງທຶນ Lëtzebuerg,clearance,EUR,"1,000",1200\n`.replaceAll(/,(?!000)/g, '\t')
    const little = Buffer.from(text, 'utf16le')
    for (const bytes of [little, Buffer.from(little).swap16()]) {
      const { state, answer } = upload(Uint8Array.from(bytes))
      expect((await answer).headers.get('location')).toBe('/funding/imports/file-1')
      expect(state.calls).toMatchObject([{ command: { csv: text.slice(1) } }])
    }
  })

  test('that is a workbook, new or old, or of another encoding is sent back with how to save it', async () => {
    const workbook = upload('PK\u0003\u0004 and so on')
    expect(textOf(await (await workbook.answer).text())).toContain('This file is a workbook: save it as CSV')
    expect(workbook.state.calls).toEqual([])
    const old = upload(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]))
    expect(textOf(await (await old.answer).text())).toContain(
      'This file is a workbook: save it as CSV (in Excel: File, Save as, CSV UTF-8)',
    )
    const older = upload(Buffer.from(`${HEAD}2022,Lux\xe9,clearance,EUR,5,6\n`, 'latin1'))
    expect(textOf(await (await older.answer).text())).toContain('This file is not saved as UTF-8')
    expect(older.state.calls).toEqual([])
  })

  test('is for the secretariat, takes files only here, and none that are too large', async () => {
    expect((await upload(HEAD, focalPoint).answer).status).toBe(403)
    expect((await upload('x'.repeat(2_200_000)).answer).status).toBe(413)
    const { send } = visitor({ actor: secretariat })
    const body = new FormData()
    body.set('seen', 'x')
    const elsewhere = await send(NEW, { method: 'POST', body, headers: { origin: ORIGIN } })
    expect(elsewhere.status).toBe(415)
    const foreign = await send('/funding/imports', {
      method: 'POST',
      body,
      headers: { origin: 'https://evil.example' },
    })
    expect(foreign.status).toBe(403)
  })
})

describe('an export', () => {
  test('is a file with a name of its own', async () => {
    const answer = await visitor().get('/funding/export/2022.csv?donor=ireland')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="ledger-2022.csv"')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect((await visitor().get('/funding/export/1999.csv')).status).toBe(404)
    expect((await visitor().get('/funding/export/2022.exe')).status).toBe(404)
  })

  test('past what may be handed back is sent compressed, or not at all and says so', async () => {
    const large = '/funding/export/2022.csv?part=16'
    expect((await visitor().get(large)).status).toBe(409)
    const answer = await visitor().get(large, { 'accept-encoding': 'gzip' })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.length).toBeLessThan(1_000_000)
    expect(gunzipSync(bytes).length).toBeGreaterThan(4_400_000)
  })
})

describe('the published schema', () => {
  test('is open to everyone, and follows what is checked on arrival', async () => {
    const { get } = visitor({}, { signedIn: false })
    const answer = await get('/schemas/contribution-recorded.schema.json')
    expect(answer.status).toBe(200)
    const schema = await answer.json()
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'ContributionRecorded',
      type: 'object',
      required: ['id', 'data'],
      additionalProperties: false,
      properties: { data: { required: ['donor', 'title', 'pillars', 'source', 'movements'] } },
    })
    expect((await get('/schemas/secrets.json')).status).toBe(404)
    expect((await get('/funding/imports')).status).toBe(303)
  })
})
