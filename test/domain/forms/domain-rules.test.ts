import { describe, expect, it } from 'vitest'
import { sampleFigures } from '#infra/rehearsal/figures.ts'
import { roundOf } from '#shared/domain/calendar/round.ts'
import { proposedAgenda } from '#shared/domain/forms/agenda.ts'
import { formOf } from '#shared/domain/forms/index.ts'
import { saddCells } from '#shared/domain/forms/people.ts'
import { readDraft } from '#shared/domain/forms/read-draft.ts'
import type { TwgReport, Typed } from '#shared/domain/report.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { completeDraft, header } from '../../fixtures/survey-clearance.ts'

type Twg = 'victim-assistance' | 'risk-education' | 'information-management' | 'coordination-policy-funding'

const formNamed = (twg: Twg) => {
  const form = formOf(twg)
  if (!form?.rows) throw new Error(`${twg} has no form with rows`)
  return form
}
/** The first sample row of a form with some cells typed otherwise. */
const rowOf = (twg: Twg, own: Typed = {}, id = '2026-Q1'): Typed => ({ ...sampleFigures()(twg, id)[0], ...own })

const read = (twg: Twg, rows: Typed[], earlier: (TwgReport | undefined)[] = [], id = '2026-Q1') => {
  const round = roundOf(id, laoUxo)
  const draft = completeDraft({ header: header({ cutOff: round.quarterEnd }), rows })
  return readDraft(formNamed(twg), draft, { round, sector: laoUxo, earlier })
}
/** The fields at which a row is refused. */
const refusedAt = (twg: Twg, own: Typed, id?: string) =>
  read(twg, [rowOf(twg, own, id)], [], id)
    .problems.filter(({ level }) => level === 'block')
    .map(({ field }) => field)
const warningsOf = (twg: Twg, own: Typed, earlier: (TwgReport | undefined)[] = []) =>
  read(twg, [rowOf(twg, own)], earlier).problems.filter(({ level }) => level === 'warn')
const reportOf = (twg: Twg, rows: Typed[]): TwgReport => {
  const { content, problems } = read(twg, rows)
  if (!content) throw new Error(problems.map(({ message }) => message).join('; '))
  return { round: '2025-Q4', twg, version: 1, content } as TwgReport
}

describe('victim assistance', () => {
  const twg = 'victim-assistance'
  const four = {
    'casualties.total': '4',
    'casualties.injured': '3',
    'injured.boys': '2',
    'injured.men': '1',
    'injured.women': '0',
  }
  const services = (typed: string): Typed =>
    Object.fromEntries(
      ['medical', 'rehabilitation', 'psychosocial', 'education', 'economic', 'socialProtection'].map((service) => [
        `services.${service}`,
        typed,
      ]),
    )
  const assisted = (typed: string): Typed => Object.fromEntries(saddCells('assisted').map((cell) => [cell, typed]))
  const apart = { ...four, 'device.submunition': '3', 'activity.farming': '2', 'activity.playing': '2' }

  it.each<[string, Typed, string[]]>([
    [
      'killed and injured are not all casualties',
      { 'casualties.killed': '2', 'killed.men': '2' },
      ['casualties.total'],
    ],
    ['the killed by sex and age are not all killed', { 'killed.girls': '1' }, ['casualties.killed']],
    ['the injured by sex and age are not all injured', { 'injured.girls': '1' }, ['casualties.injured']],
    ['the devices do not add up', { 'device.mine': '1' }, ['casualties.total']],
    ['the activities do not add up', { 'activity.scrap': '1' }, ['casualties.total']],
    ['there are casualties without an accident', { accidents: '0' }, ['accidents']],
    ['more people than services', { 'assisted.unknown': '2000' }, ['assisted.women']],
    [
      'more persons with disabilities than people',
      { 'assisted.girlsWithDisabilities': '900' },
      ['assisted.girlsWithDisabilities'],
    ],
    ['more referrals completed than made', { 'referrals.completed': '90' }, ['referrals.completed']],
  ])('is refused when %s', (_what, own, fields) => {
    expect(refusedAt(twg, { ...apart, ...own })).toEqual(fields)
  })

  it.each<[string, Typed, string[]]>([
    ['one group of the killed', { 'killed.men': 'n/a unknown', 'killed.women': '50' }, ['casualties.killed']],
    ['all killed', { 'casualties.killed': 'n/a unknown', 'killed.women': '50' }, ['casualties.total']],
    ['all casualties', { 'casualties.total': 'n/a unknown', accidents: '0' }, ['accidents']],
    ['one device', { 'device.mine': 'n/a unknown', 'device.submunition': '50' }, ['casualties.total']],
    [
      'one group of the people assisted',
      { ...services('0'), 'assisted.men': 'n/a unknown', 'assisted.women': '500' },
      ['assisted.women'],
    ],
    [
      'all but persons with disabilities',
      { ...services('0'), ...assisted('n/a unknown'), 'assisted.womenWithDisabilities': '500' },
      ['assisted.women'],
    ],
  ])('is refused by what is known though a figure is missing: %s', (_what, own, fields) => {
    expect(refusedAt(twg, { ...apart, ...own })).toEqual(fields)
  })

  it('says how much is known at least', () => {
    const row = { ...apart, 'killed.men': 'n/a unknown', 'killed.women': '50' }
    expect(read(twg, [rowOf(twg, row)]).problems.map(({ message }) => message)).toEqual([
      'The killed by sex and age add up to at least 50 people, the number of killed is 1 person: make them agree',
    ])
  })

  it('may leave the operator open, which is a row of its own', () => {
    const rows = [rowOf(twg, { operator: '' }), rowOf(twg, { operator: 'HI' })]
    expect(read(twg, rows).problems).toEqual([])
    expect(read(twg, [...rows, rowOf(twg, { operator: '' })]).problems).toHaveLength(1)
  })

  it('asks the yearly SDG figures in the fourth quarter, a value or why there is none', () => {
    const empty = { 'sdg.incomeSecurity': '', 'sdg.mainstreamed': '' }
    expect(refusedAt(twg, empty)).toEqual([])
    expect(refusedAt(twg, empty, '2026-Q4')).toEqual(['sdg.incomeSecurity', 'sdg.mainstreamed'])
    expect(refusedAt(twg, { 'sdg.incomeSecurity': 'n/a no survey', 'sdg.mainstreamed': '40 %' }, '2026-Q4')).toEqual([])
    expect(refusedAt(twg, { 'sdg.mainstreamed': '101' }, '2026-Q4')).toEqual(['sdg.mainstreamed'])
  })

  it('asks about casualties at least twice the mean of the last four quarters, and proposes them for the agenda', () => {
    const two = {
      'casualties.total': '2',
      'casualties.injured': '1',
      'injured.boys': '1',
      'injured.men': '0',
      'injured.women': '0',
    }
    const calm = rowOf(twg, { ...two, 'device.submunition': '1', 'activity.farming': '1', 'activity.playing': '1' })
    const past = [reportOf(twg, [calm]), undefined, reportOf(twg, [calm])]
    const agenda = (row: Typed) =>
      proposedAgenda(formNamed(twg), reportOf(twg, [row]), {
        round: roundOf('2026-Q1', laoUxo),
        sector: laoUxo,
        earlier: past,
      })
    expect(warningsOf(twg, apart, past)).toEqual([expect.objectContaining({ field: 'casualties.total' })])
    expect(agenda(rowOf(twg, apart))).toEqual([
      { twg, row: 'Xiengkhuang · World Education', text: expect.stringMatching(/^Rise in casualties: 4 casualties/) },
    ])
    expect(warningsOf(twg, calm, past)).toEqual([])
    expect(agenda(calm)).toEqual([])
  })
})

describe('a figure that leaves its own past', () => {
  const none = (cells: readonly string[]): Typed => Object.fromEntries(cells.map((cell) => [cell, '0']))
  const asked = (twg: Twg, own: Typed) =>
    warningsOf(twg, own, [reportOf(twg, [rowOf(twg)])]).map(({ message }) => message.replace(/, .*/, ''))

  it('is asked about once where a total has parts', () => {
    expect(asked('victim-assistance', {})).toEqual([])
    const withDisabilities = saddCells('assisted').map((cell) => `${cell}WithDisabilities`)
    expect(asked('victim-assistance', none([...saddCells('assisted'), ...withDisabilities]))).toEqual([
      'People assisted: Zero',
    ])
    expect(asked('victim-assistance', { 'assisted.unknown': '500', 'services.medical': '900' })).toEqual([
      expect.stringMatching(/^People assisted: \d+ people$/),
      expect.stringMatching(/^Services delivered: 1/),
    ])
  })

  it('is asked about when casualties fall to zero, as when teams multiply', () => {
    const row = rowOf('victim-assistance')
    const casualties = Object.keys(row).filter((path) => /^(casualties|killed|injured|device|activity)\./.test(path))
    expect(asked('victim-assistance', none(casualties))).toEqual(['Zero'])
    expect(asked('victim-assistance', none([...casualties, 'accidents']))).toEqual(['Zero', 'Zero'])
  })
})

describe('a row with several things to mend', () => {
  const twg = 'victim-assistance'
  const wrong = { 'assisted.women': 'many', 'referrals.completed': '400' }

  it('is told all of them at once, but for the rules whose figures cannot be read', () => {
    expect(refusedAt(twg, wrong)).toEqual(['assisted.women', 'referrals.completed'])
    expect(refusedAt(twg, { ...wrong, 'assisted.womenWithDisabilities': '1' })).toEqual([
      'assisted.women',
      'referrals.completed',
    ])
  })

  it('is told them in the order of its page', () => {
    expect(
      refusedAt(twg, { ...wrong, 'casualties.killed': 'some', accidents: 'few', 'referrals.made': '1.5' }),
    ).toEqual(['accidents', 'casualties.killed', 'assisted.women', 'referrals.made'])
    expect(refusedAt('information-management', { 'readiness.formF': '140', 'records.closing': '1' })).toEqual([
      'records.closing',
      'records.backlog',
      'readiness.formF',
    ])
  })

  it('is told nothing that depends on its name before it has one', () => {
    expect(refusedAt(twg, { ...wrong, province: '' })).toEqual(['province', 'assisted.women'])
  })

  it('is told which of several fields of one name is meant', () => {
    const [mistake] = read(twg, [rowOf(twg, wrong)]).problems
    expect(mistake?.message).toMatch(/^People assisted, Women: “many” is not a number/)
    const [part] = read(twg, [rowOf(twg, { 'assisted.girlsWithDisabilities': '900' })]).problems
    expect(part?.message).toMatch(
      /^“People assisted, Girls \(0–17\): of which persons with disabilities” must not exceed “People assisted, Girls/,
    )
  })

  it('is told how long a text may be', () => {
    const long = read('coordination-policy-funding', [rowOf('coordination-policy-funding', { note: 'ກ'.repeat(501) })])
    expect(long.problems.map(({ message }) => message)).toContainEqual(
      'Note: Shorten the text to 500 characters; it has 501',
    )
  })
})

describe('risk education', () => {
  const twg = 'risk-education'

  it.each<[string, Typed, string[]]>([
    ['the cells are not all participants', { 'participants.unknown': '1' }, ['participantsTotal']],
    ['the methods are not all sessions', { 'methods.other': '1' }, ['sessions']],
    [
      'more reports of ordnance were answered than received',
      { 'ordnanceReports.answered': '99' },
      ['ordnanceReports.answered'],
    ],
    ['no language is named', { languages: '' }, ['languages']],
    ['a language is not of the list', { languages: 'lao, klingon' }, ['languages']],
  ])('is refused when %s', (_what, own, fields) => {
    expect(refusedAt(twg, own)).toEqual(fields)
  })

  it('asks for no language where there was no session', () => {
    const fields = Object.keys(rowOf(twg)).filter((path) => path !== 'province' && path !== 'operator')
    const none = { ...Object.fromEntries(fields.map((path) => [path, '0'])), languages: '' }
    expect(refusedAt(twg, { ...none, mediaReach: '1,000' })).toEqual([])
    expect(refusedAt(twg, { ...none, sessions: 'n/a returns not yet in' })).toContain('languages')
  })

  it('keeps several languages, each once', () => {
    expect(read(twg, [rowOf(twg, { languages: 'khmu; lao,lao' })]).content?.rows[0]).toMatchObject({
      languages: ['khmu', 'lao'],
    })
  })

  it('never adds the reach of media to participants', () => {
    expect(refusedAt(twg, { mediaReach: '9,000,000' })).toEqual([])
    const added = formNamed(twg).rows?.indicators.find(({ id }) => id === 'participants')?.paths
    expect(added).toEqual(['participantsTotal'])
  })

  it('asks about more than 500 participants a session', () => {
    const crowd = { sessions: '10', 'methods.interactive': '10', 'methods.houseToHouse': '0', 'methods.theatre': '0' }
    expect(warningsOf(twg, crowd)).toEqual([expect.objectContaining({ field: 'participantsTotal' })])
    expect(warningsOf(twg, {})).toEqual([])
  })
})

describe('information management', () => {
  const twg = 'information-management'

  it.each<[string, Typed, string[]]>([
    ['more operators report than have to', { 'operators.due': '1' }, ['operators.reporting']],
    [
      'more operators are on time than report',
      { 'operators.onTime': '8', 'operators.reporting': '7' },
      ['operators.onTime'],
    ],
    ['the records do not balance', { 'records.received': '1' }, ['records.closing']],
    ['the backlog is more than what waits', { 'records.backlog': '99,999' }, ['records.backlog']],
    ['the last backup lies outside the quarter', { lastBackup: '1 April 2026' }, ['lastBackup']],
    ['the year of the backup is of the Buddhist era', { lastBackup: '໓໑/໐໓/໒໕໖໙' }, ['lastBackup']],
  ])('is refused when %s', (_what, own, fields) => {
    expect(refusedAt(twg, own)).toEqual(fields)
  })

  it('is a single row, which need not be named', () => {
    expect(read(twg, []).problems).toEqual([
      expect.objectContaining({ section: 'rows', message: expect.stringContaining('figures') }),
    ])
    expect(read(twg, [rowOf(twg), rowOf(twg)]).problems).toEqual([expect.objectContaining({ section: 'rows' })])
  })

  it('asks when the records do not start where the last report left them', () => {
    const past = [reportOf(twg, [rowOf(twg, { 'records.opening': '340' })])]
    const [warning] = warningsOf(twg, {}, past).filter(({ field }) => field === 'records.opening')
    expect(warning?.message).toMatch(
      /^340 records at the start of the quarter, but the last report closed with [\d,]+ records$/,
    )
  })
})

describe('coordination, policy and funding', () => {
  const twg = 'coordination-policy-funding'
  const item = (own: Typed) =>
    read(twg, [own]).problems.map(({ field, message }) => [field, message.replace(/: .*/, '')])

  it('asks of each kind of item what it needs, and only that', () => {
    expect(item({ kind: 'obligation', obligation: 'ccm-7' })).toEqual([
      ['status', 'Status'],
      ['owner', 'Owner'],
      ['due', 'Due date'],
    ])
    expect(item({ kind: 'need', amount: '5,000,000' })).toEqual([['pillar', 'Pillar']])
    expect(item({ kind: 'mous', pending: '3' })).toEqual([['oldest', 'Age of the oldest MoU pending']])
    expect(item({ kind: 'topic', subject: 'A topic', amount: '1' })).toEqual([['amount', 'Amount']])
    expect(item({ kind: 'topic', subject: 'A topic' })).toEqual([])
  })

  it('takes money in whole dollars, however it is written', () => {
    const need = (amount: string) => read(twg, [{ kind: 'need', pillar: 'risk-education', amount }])
    for (const amount of ['4000000', 'USD 4,000,000', '$4,000,000', '4 000 000 US$'])
      expect(need(amount).content?.rows[0]).toMatchObject({ amount: 4_000_000 })
    expect(need('4.5').problems).toHaveLength(1)
    expect(need('n/a budget not approved').problems).toEqual([])
  })

  it('takes due dates after the quarter, and adoptions within it', () => {
    const adopted = (day: string) => item({ kind: 'policy', subject: 'A standard', adopted: day })
    expect(adopted('2026-02-10')).toEqual([])
    expect(adopted('2026-04-10')).toEqual([['adopted', 'Adopted on']])
  })

  it('asks about days that have passed unless the item is late or done, and refuses those that nobody plans for', () => {
    const obligation = { kind: 'obligation', obligation: 'ccm-7', owner: 'NRA' }
    const due = (day: string, status = 'on-track') =>
      read(twg, [{ ...obligation, status, due: day }]).problems.map(({ level, message }) => [level, message])
    expect(due('2026-04-30')).toEqual([])
    expect(due('2025-04-30', 'delayed')).toEqual([])
    expect(due('2025-04-30')).toEqual([['warn', 'Due date: 30 April 2025 had passed before the quarter began']])
    for (const day of ['1/1/0001', '31/12/1999'])
      expect(due(day, 'done')).toEqual([['block', 'Due date: enter a day from 1 January 2000 to 31 December 2099']])
  })

  it('counts the need of a pillar once', () => {
    const need = (subject: string, own: Typed = {}) => ({
      kind: 'need',
      pillar: 'risk-education',
      amount: '1',
      subject,
      ...own,
    })
    expect(read(twg, [need('Books'), need('Radio')]).problems).toEqual([
      expect.objectContaining({ level: 'block', row: 1, field: 'pillar' }),
    ])
    expect(read(twg, [need('Books'), need('Radio', { pillar: 'victim-assistance' })]).problems).toEqual([])
  })

  it('proposes its topics for the agenda', () => {
    const report = reportOf(twg, sampleFigures()(twg, '2026-Q1'))
    const context = { round: roundOf('2026-Q1', laoUxo), sector: laoUxo, earlier: [] }
    expect(proposedAgenda(formNamed(twg), report, context)).toEqual([
      { twg, row: '', text: 'Multi-year funding of information management' },
    ])
  })
})
