import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DurableState } from '#infra/local/durable/durable-state.ts'
import type { Entry } from '#infra/local/durable/entries.ts'
import { temporaryFolder } from './fixture-system.ts'

const put = (id: string, body = 'text'): Entry => ({
  fact: 'put',
  queue: 'q',
  message: { id, body, sentAt: 1, failures: 0 },
})
const ids = (state: DurableState) => state.messages('q').map((message) => message.id)

describe('the durable state', () => {
  test('is what was stored, after the process died', () => {
    const path = join(temporaryFolder(), 'journal')
    const state = new DurableState(path)
    const position = { shard: 's', sequence: '7' }
    const mail = { messageId: 'm', source: 'a@b', to: ['c@d'], at: '2026-01-01T00:00:00Z', file: 'm.eml' }
    state.commit([put('1'), put('2')])
    state.commit([{ fact: 'failed', queue: 'q', id: '2' }])
    state.commit([{ fact: 'done', queue: 'q', id: '1' }])
    state.commit([
      { fact: 'read', mapping: 'M', position },
      { fact: 'scheduled', schedule: 'S', hour: '2026-01-01T00:00:00Z' },
      { fact: 'mailed', mail },
      { fact: 'loaded' },
    ])

    // Twice, since the first reading writes the journal anew.
    new DurableState(path).close()
    const again = new DurableState(path)
    expect(again.messages('q')).toEqual([{ id: '2', body: 'text', sentAt: 1, failures: 1 }])
    expect(again.position('M')).toEqual(position)
    expect(again.lastHour('S')).toBe('2026-01-01T00:00:00Z')
    expect(again.mails).toEqual([mail])
    expect(again.loaded).toBe(true)
  })

  test('drops a last line that was not written to its end, and only that', () => {
    const path = join(temporaryFolder(), 'journal')
    const state = new DurableState(path)
    state.commit([put('1')])
    state.close()
    appendFileSync(path, JSON.stringify([{ fact: 'done', queue: 'q', id: '1' }, put('2')]).slice(0, -3))
    const again = new DurableState(path)
    expect(ids(again)).toEqual(['1'])
    again.commit([put('3')])
    expect(ids(new DurableState(path))).toEqual(['1', '3'])
  })

  test('forgets what is done, so that the journal stays small', () => {
    const path = join(temporaryFolder(), 'journal')
    const state = new DurableState(path)
    for (let n = 0; n < 200; n += 1) {
      state.commit([put(String(n), 'x'.repeat(200_000))])
      state.commit([{ fact: 'done', queue: 'q', id: String(n) }])
    }
    expect(readFileSync(path).length).toBeLessThan(20_000_000)
    state.commit([put('last')])
    state.close()
    expect(ids(new DurableState(path))).toEqual(['last'])
  })
})
