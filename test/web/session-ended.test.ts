import { describe, expect, test } from 'vitest'
import { textOf } from './markup.ts'
import { visitor } from './visitor.ts'

const REPORT = '/reports/2026-Q1/survey-clearance'

/** What the page says was typed, its words one after another. */
const saidOf = async (path: string, typed: Record<string, string>): Promise<string> => {
  const answer = await visitor({}, { signedIn: false }).post(path, typed)
  expect(answer.status).toBe(401)
  return textOf(/<dl.*<\/dl>/s.exec(await answer.text())?.[0] ?? '').replace(/\s+/g, ' ')
}

describe('a form that arrives after the session has ended is shown in the words of its page', () => {
  test.each<[what: string, path: string, typed: Record<string, string>, says: string]>([
    [
      'a comment on a warning by its field and row',
      `${REPORT}/submit`,
      { 'trend:released.cleared:09 · UXO Lao': 'A new team', 'has-comments': 'yes', version: '3' },
      'Xiengkhuang · UXO Lao A new team',
    ],
    ['why a report is late', `${REPORT}/submit`, { lateReason: 'Floods' }, 'Why the report is late Floods'],
    [
      'the follow-up of action points by their place',
      `${REPORT}/actions`,
      { 'one.status': 'delayed', 'one.note': 'Floods', 'one.version': '1', 'two.status': 'done' },
      'Action point 1, How it stands Delayed Action point 1, Note Floods Action point 2, How it stands Done',
    ],
    [
      'a change of the donor seat',
      '/calendar/seat',
      { kind: 'skip', from: '2028-01-01', reason: 'Asked for', version: '1' },
      'What is to change Skip a turn: every later donor moves up Turn 1 January 2028 Why Asked for',
    ],
    [
      'an explanation of two sources',
      '/funding/reconciliation/2023/government/landmine-monitor',
      { donor: 'new-zealand', text: 'Counted by fiscal year', seen: 'abc' },
      'Donor New Zealand Explanation Counted by fiscal year',
    ],
    [
      'a movement and the direction of its rate',
      '/funding/contributions/new',
      { 'movements.0.type': 'pledge', 'movements.0.rate_direction': 'usd-per-unit', count: '1' },
      'Movement 1, Type Pledge Movement 1, The rate is US$ for one unit of the currency',
    ],
    [
      'a contact',
      '/contacts/new',
      { role: 'co-chair', group: 'swg', seat: 'undp' },
      'Role Co-chair Group Working group Seat UNDP',
    ],
  ])('%s', async (_, path, typed, says) => {
    expect(await saidOf(path, typed)).toContain(says)
  })

  test('and what nobody knows there stays as it was typed', async () => {
    const typed = { 'trend:constructor:09': 'mine', donor: 'toString', __proto__: 'x', 'constructor.status': 'done' }
    for (const path of [`${REPORT}/submit`, `${REPORT}/actions`, '/funding/reconciliation/2023/a/b', '/calendar/seat'])
      expect(await saidOf(path, typed), path).not.toMatch(/native code|\[object/)
  })
})
