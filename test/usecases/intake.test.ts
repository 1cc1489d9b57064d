import { expect, it } from 'vitest'
import { eventOf } from '#shared/events/event.ts'
import { readContributionRecord } from '#shared/records/contributions.ts'
import { latestIntakes, refusedIntakes } from '#shared/records/intakes.ts'
import { ownEvents } from '#shared/usecases/intake/own-events.ts'
import { ForeignEvent } from '#shared/usecases/intake/refuse-event.ts'
import { takeInEvent } from '#shared/usecases/intake/take-in-event.ts'
import { readFunding } from '#shared/usecases/ledger/read-funding.ts'
import { describeOnTable } from '../fixtures/table.ts'
import { worldOn } from '../fixtures/world.ts'

const movement = { type: 'disbursement', date: '2026-03-02', amount: '500000', currency: 'EUR', usd: '526700.50' }
const data = {
  donor: 'Ireland',
  title: 'Victim assistance',
  source: 'donor',
  pillars: { notDisaggregated: [] },
  movements: [movement],
}

const SENT = { id: 'bus-1', source: 'odamis', 'detail-type': 'ContributionRecorded', detail: {} }
const ARRIVED = '2026-03-03T02:00:00.000Z'

describeOnTable('an event from another system', (fresh) => {
  const open = async () => {
    const { deps } = await worldOn(await fresh())
    let events = 0
    const put = (detail: unknown, type = 'ContributionRecorded', source = 'odamis') => {
      const event: ForeignEvent = {
        id: `bus-${++events}`,
        source,
        'detail-type': type,
        detail,
      }
      return takeInEvent(deps)(event, ARRIVED)
    }
    const paid = async () => (await readFunding(deps)()).find(({ year }) => year === 2026)?.paidUsd ?? 0
    const intakes = async () => [
      ...(await refusedIntakes(deps.records, 50)),
      ...(await latestIntakes(deps.records, 50)),
    ]
    const outcomes = async () => (await intakes()).map(({ outcome }) => outcome)
    const view = async (id: string) => {
      const found = await readContributionRecord(deps.records, id)
      if (!found) throw new Error('nothing is recorded under this id')
      return { contribution: found.contribution.value }
    }
    return { deps, put, paid, outcomes, intakes, view }
  }

  it('is recorded once for its source and id, however often an archive is replayed', async () => {
    const { put, paid, outcomes } = await open()
    for (let n = 0; n < 3; n++) await put({ id: 'A', data })
    expect([await paid(), await outcomes()]).toEqual([52_670_050, ['recorded']])
    await put({ id: 'A', data }, 'ContributionRecorded', 'another-system')
    expect(await paid()).toBe(2 * 52_670_050)
  })

  it('that is malformed is kept whole with every reason, and may be mended under the same id', async () => {
    const { put, paid, intakes, outcomes } = await open()
    const movements = [{ ...movement, amount: '1.234', usd: '-1' }]
    const wrong = { id: 'B', data: { ...data, donor: '', parent: 'nowhere', movements } }
    await put(wrong)
    await put(wrong)
    const [rejected] = await intakes()
    expect(rejected?.reasons).toEqual([
      expect.stringContaining('data.donor'),
      'data.movements.0.amount: “1.234” is not an amount in EUR: write thousands with commas or not at all, and decimals after a point, such as 1,000.50 or 1000.50',
      'data.movements.0.usd: “-1” is not an amount in USD: it is negative',
      expect.stringContaining('data.parent: There is no contribution with this id'),
    ])
    expect(JSON.parse(rejected?.detail ?? '')).toEqual(wrong)
    await put({ id: 'B', data })
    await put(wrong)
    expect((await outcomes()).toSorted()).toEqual(['recorded', 'rejected'])
    expect(await paid()).toBe(52_670_050)
  })

  it.each([
    ['no id', { data }],
    ['no detail', null],
    ['pillars that do not add up', { id: 'C', data: { ...data, pillars: [{ pillar: 'clearance', percent: 60 }] } }],
    ['a name that runs backwards', { id: 'D', data: { ...data, donor: 'Ire\u202eland' } }],
    ['an unknown field', { id: 'E', data: { ...data, extra: true } }],
  ])('with %s is refused and nothing is recorded', async (_what, detail) => {
    const { put, paid, outcomes } = await open()
    await put(detail)
    expect([await paid(), await outcomes()]).toEqual([0, ['rejected']])
  })

  it.each([
    '{"id":"G","__proto__":{"polluted":1},"data":DATA}',
    '{"id":"G","constructor":{"prototype":{"polluted":1}},"data":DATA}',
    '{"id":"G","data":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}',
    '{"id":"__proto__","data":DATA}',
    '{"__proto__":{"id":"G","data":DATA}}',
  ])('that names what every object has changes no object: %s', async (json) => {
    const { put, outcomes } = await open()
    const before = Object.getOwnPropertyNames(Object.prototype)
    await put(JSON.parse(json.replace('DATA', JSON.stringify(data))))
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
    expect(await outcomes()).toHaveLength(1)
  })

  it('from a donor with such a name is a contribution like any other', async () => {
    const { put, paid, outcomes } = await open()
    for (const donor of ['constructor', '__proto__', 'toString']) await put({ id: donor, data: { ...data, donor } })
    expect([await paid(), await outcomes()]).toEqual([3 * 52_670_050, ['recorded', 'recorded', 'recorded']])
  })

  it('may leave US$ to its rate, and link what is passed on to its own earlier id', async () => {
    const { put, paid, outcomes } = await open()
    const { usd: _, ...unconverted } = movement
    const usdRate = { rate: '1.0534', direction: 'usd-per-unit', source: 'ECB', date: '2026-03-02' }
    await put({ id: 'G', data: { ...data, movements: [{ ...unconverted, usdRate }] } })
    await put({ id: 'H', data: { ...data, parent: 'G', movements: [movement] } })
    expect([await paid(), await outcomes()]).toEqual([52_670_000, ['recorded', 'recorded']])
    await put({ id: 'I', data: { ...data, movements: [unconverted] } })
    await put({
      id: 'J',
      data: { ...data, movements: [{ ...unconverted, usdRate: { ...usdRate, rate: '999999999999' } }] },
    })
    expect((await outcomes()).filter((outcome) => outcome === 'rejected')).toHaveLength(2)
  })

  it('that passes on what is not recorded yet, or itself, is refused, and taken in when it is sent again after its parent', async () => {
    const { put, paid, intakes, outcomes } = await open()
    const child = { id: 'child', data: { ...data, parent: 'above' } }
    await put(child)
    await put({ id: 'circle', data: { ...data, parent: 'circle' } })
    const reasons = (await intakes()).flatMap((intake) => intake.reasons)
    expect(reasons.toSorted()).toEqual([
      'data.parent: A contribution cannot be passed on from itself. Send this event again once the contribution that it passes on is recorded (given: “circle”)',
      'data.parent: There is no contribution with this id. Send this event again once the contribution that it passes on is recorded (given: “above”)',
    ])
    await put({ id: 'above', data })
    await put(child)
    await put(child)
    expect((await outcomes()).toSorted()).toEqual(['recorded', 'recorded', 'rejected', 'rejected'])
    expect(await paid()).toBe(52_670_050)
  })

  it('with other content under an id that is recorded is refused with the reason; the same content in any order is no news', async () => {
    const { put, paid, intakes, outcomes } = await open()
    await put({ id: 'K', data })
    const other = { id: 'K', data: { ...data, title: 'Something else' } }
    for (let replayed = 0; replayed < 2; replayed++) {
      await put({ data: Object.fromEntries(Object.entries(data).toReversed()), id: 'K' })
      await put(other)
    }
    expect([await paid(), await outcomes()]).toEqual([52_670_050, ['rejected', 'recorded']])
    const [rejected] = await intakes()
    expect(rejected?.reasons).toEqual([expect.stringContaining('This id was recorded before with other content')])
    expect(JSON.parse(rejected?.detail ?? '')).toEqual(other)
  })

  it.each([
    ['empty texts instead of none', { ...data, note: '', recipient: '', parent: '', evidence: '' }],
    ['what stands for none', { ...data, form: 'financial', earmarking: 'not-stated', implementers: [], provinces: [] }],
    ['further blanks', { ...data, title: ' Victim  assistance ', donor: 'Ireland ' }],
    ['its donor spelt otherwise', { ...data, donor: 'IRELAND' }],
    ['decimals', { ...data, movements: [{ ...movement, amount: '500000.00', usd: '526700.500' }] }],
    ['the precision that is meant', { ...data, movements: [{ precision: 'day', ...movement }] }],
  ])('that is sent again with %s is the same event', async (_what, spelt) => {
    const { put, paid, outcomes } = await open()
    await put({ id: 'P', data })
    await put({ id: 'P', data: spelt })
    expect([await paid(), await outcomes()]).toEqual([52_670_050, ['recorded']])
  })

  it.each([
    ['note', { ...data, note: 'another' }],
    ['donor', { ...data, donor: 'Iceland' }],
    ['amount', { ...data, movements: [{ ...movement, amount: '500000.01' }] }],
    ['US$', { ...data, movements: [{ ...movement, usd: '526700.51' }] }],
    ['second movement', { ...data, movements: [movement, movement] }],
  ])('that is sent again with another %s is refused', async (_what, other) => {
    const { put, outcomes } = await open()
    await put({ id: 'P', data })
    await put({ id: 'P', data: other })
    expect(await outcomes()).toEqual(['rejected', 'recorded'])
  })

  const withMovement = (own: object) => ({ ...data, movements: [{ ...movement, ...own }] })
  const usdRate = { rate: '1.0534', direction: 'usd-per-unit', source: 'ECB', date: '2026-03-02' }
  it.each([
    ['nothing', 'data.movements.0.amount: “0” is not an amount in EUR: it is zero', withMovement({ amount: '0' })],
    ['US$ that contradict US$', 'data.movements.0.usd: Differs', withMovement({ currency: 'USD', usd: '1' })],
    ['US$ a hundred times too many', 'data.movements.0.usd: USD', withMovement({ usd: '52670050' })],
    [
      'US$ beside another rate',
      'data.movements.0.usd: Does not agree with the rate, which gives USD 600,000.00',
      withMovement({ usdRate: { ...usdRate, rate: '1.2' } }),
    ],
    ['a payment to come', 'data.movements.0.date: Nothing was', withMovement({ date: '2099-01-01' })],
    ['a rate to come', 'usdRate.date: No rate', withMovement({ usdRate: { ...usdRate, date: '2099-01-01' } })],
    ['half a character in the title', 'data.title', { ...data, title: 'x\ud800' }],
    ['half a character in the note', 'data.note', { ...data, note: '\udc00' }],
    ['a control character in the note', 'data.note', { ...data, note: 'two lines\nand a bell\u0007' }],
    ['a control character in a pillar', 'data.pillars', { ...data, pillars: { notDisaggregated: ['a\u0000b'] } }],
    [
      'half a character as whose rate it is',
      'data.movements.0.usdRate.source',
      withMovement({ usdRate: { ...usdRate, source: '\ud800' } }),
    ],
    ['a field named by half a character', 'data', { ...data, '\ud800': 1 }],
    ['an invisible character in the donor', 'Holds invisible characters', { ...data, donor: 'Ire\u200bland' }],
    ['a Cyrillic letter in a Latin donor', 'Mixes Latin and Cyrillic letters', { ...data, donor: 'Ir\u0435land' }],
    ['the year 0000', 'lies outside the years 1975 to 2099', withMovement({ date: '0000-12-31' })],
    ['the year 9999', '9999 is no year of our time', withMovement({ date: '9999-12-31' })],
    ['gold', 'gives it no minor unit', withMovement({ currency: 'XAU' })],
    ['no currency', 'gives it no minor unit', withMovement({ currency: 'XXX' })],
    [
      'more than whole numbers hold',
      '“99999999999999999” is not an amount in EUR',
      withMovement({ amount: '99999999999999999' }),
    ],
    [
      'more dollars than sums of many hold',
      'comes to more than US$ 10 billion',
      withMovement({ currency: 'USD', amount: '10000000000.01', usd: undefined }),
    ],
  ])('with %s is refused with the reason, and kept as it came', async (_what, reason, wrong) => {
    const { put, paid, intakes } = await open()
    const detail = { id: 'L', data: wrong }
    await put(detail)
    const [intake, ...others] = await intakes()
    expect([await paid(), intake?.outcome, others]).toEqual([0, 'rejected', []])
    expect(intake?.reasons.join('; ')).toContain(reason)
    expect(JSON.parse(intake?.detail ?? '')).toEqual(detail)
  })

  it.each([
    [
      'a Buddhist-era year',
      '.date: 2569 is a year of the Buddhist era: enter 2 March 2026 if that is the day you mean (given: “2569-03-02”)',
      withMovement({ date: '2569-03-02' }),
    ],
    [
      'a day in another order',
      '.date: “3/4/2026” can be 3 April 2026 or 4 March 2026: enter 2026-04-03 or 2026-03-04',
      withMovement({ date: '3/4/2026' }),
    ],
    ['an amount without quotes', '.amount: Must be text in quotes (given: “500000”)', withMovement({ amount: 500000 })],
    ['no date', '.date: Enter a day such as 2026-03-31 or 31 March 2026', withMovement({ date: undefined })],
    [
      'a small code',
      '.currency: Write it as three capital letters, such as EUR (given: “eur”)',
      withMovement({ currency: 'eur' }),
    ],
    [
      'an unknown kind',
      '.type: Choose pledge, commitment or disbursement (given: “grant”)',
      withMovement({ type: 'grant' }),
    ],
    ['neither US$ nor a rate', '.usd: Enter the amount in US$, or an exchange rate', withMovement({ usd: undefined })],
    [
      'a rate that is none',
      '.usdRate.rate: “1,05” is not a rate such as 1.0534',
      withMovement({ usdRate: { ...usdRate, rate: '1,05' } }),
    ],
    [
      'no direction',
      '.usdRate.direction: Choose usd-per-unit or units-per-usd',
      withMovement({ usdRate: { ...usdRate, direction: undefined } }),
    ],
    ['no donor', 'data.donor: Enter the name of the donor', { ...data, donor: undefined }],
    [
      'an unknown source',
      'data.source: Choose one of government, donor, landmine-monitor, fts, iati (given: “me”)',
      { ...data, source: 'me' },
    ],
    ['an unknown province', 'data.provinces: “Atlantis” is not a province', { ...data, provinces: ['Atlantis'] }],
    ['no pillars', 'data.pillars: Give pillars with their percentages', { ...data, pillars: undefined }],
    [
      'half a split',
      'data.pillars: The percentages do not add up to 100',
      { ...data, pillars: [{ pillar: 'clearance', percent: 60 }] },
    ],
    [
      'a percentage in quotes',
      'data.pillars.0.percent: Must be a number without quotes (given: “100”)',
      { ...data, pillars: [{ pillar: 'clearance', percent: '100' }] },
    ],
    [
      'a field that nobody knows',
      'data: Holds what the schema does not know, leave it out: “extra”',
      { ...data, extra: 1 },
    ],
    ['no movement', 'data.movements: Enter at least one movement', { ...data, movements: [] }],
    ['no data', 'data: Is missing: give an object in {braces}', undefined],
  ])(
    'with %s is refused in the words of the forms: where, what was given, and what to do',
    async (_what, reason, wrong) => {
      const { put, intakes } = await open()
      await put(JSON.parse(JSON.stringify({ id: 'N', data: wrong })))
      expect((await intakes())[0]?.reasons.join('\n')).toContain(reason)
      expect((await intakes())[0]?.reasons.join('\n')).not.toMatch(/Invalid|expected|received/)
    },
  )

  it.each([' ', 'M ', '\ud800', 'a\u0000b'])('with %j as its id is refused', async (id) => {
    const { put, outcomes, intakes } = await open()
    await put({ id, data })
    expect(await outcomes()).toEqual(['rejected'])
    expect((await intakes())[0]?.reasons.join()).toMatch(/^id: /)
  })

  it('of a kind that no store could keep, or longer than one item, is refused all the same', async () => {
    const { put, outcomes, intakes } = await open()
    await put({ id: 'NN', text: '\u{1f4a3}'.repeat(60_000) }, '\ud800'.repeat(100))
    expect(await outcomes()).toEqual(['rejected'])
    expect((await intakes())[0]?.detail).toHaveLength(100_000)
  })

  it('is dated by its arrival: what a sender says of the time is not read', async () => {
    const { put, intakes, view } = await open()
    await put({ id: 'O', data })
    const [intake] = await intakes()
    expect(intake?.receivedAt).toBe(ARRIVED)
    expect((await view(intake?.id ?? '')).contribution.recorded.at).toBe(ARRIVED)
    expect(ForeignEvent.parse({ ...SENT, time: '1990-01-01T00:00:00Z' })).toEqual(SENT)
  })

  it('of a kind that is not taken in is refused by name', async () => {
    const { put, intakes } = await open()
    await put({ id: 'F' }, 'MoneyRained')
    expect((await intakes())[0]?.reasons).toEqual([
      'Events of type “MoneyRained” are not taken in: send ContributionRecorded',
    ])
  })

  it('under the name of the secretariat is refused once and stands on the desk; what the secretariat published is handed on', async () => {
    const { deps, intakes } = await open()
    const handled: string[] = []
    const take = ownEvents(deps, async ({ type }) => {
      handled.push(type)
    })
    const sent = { ...SENT, source: 'sector-secretariat', detail: { id: 'A', data } }
    for (let n = 0; n < 2; n++) await take(sent, ARRIVED)
    expect(handled).toEqual([])
    expect((await intakes()).map(({ outcome, source, reasons }) => [outcome, source, reasons])).toEqual([
      ['rejected', 'sector-secretariat', [expect.stringContaining('send the event under a source of your own')]],
    ])
    const facts = {
      id: 'e',
      type: 'ReportingRoundClosed',
      subject: 's',
      sequence: 1,
      data: { round: '2026-Q1' },
    } as const
    const own = eventOf(facts, { now: ARRIVED, actor: 'system' })
    await take({ ...SENT, detail: own }, ARRIVED)
    expect(handled).toEqual(['ReportingRoundClosed'])
    await expect(take({ ...SENT, detail: { ...own, data: {} } }, ARRIVED)).rejects.toThrow()
  })
})
