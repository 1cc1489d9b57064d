import { describe, expect, test } from 'vitest'
import { compilePattern } from '#infra/local/events/event-pattern.ts'

const event = {
  source: 'aws.ses',
  'detail-type': 'Email Sent',
  detail: { mail: { tags: { set: ['a', 'b'] } }, count: 3, empty: null, rows: [{ id: 'x' }, { id: 'y' }] },
}

describe('an event pattern', () => {
  test.each([
    [{}, true],
    [{ source: ['aws.ses'] }, true],
    [{ source: ['other', 'aws.ses'], 'detail-type': ['Email Sent'] }, true],
    [{ source: ['aws.ses'], 'detail-type': ['Email Bounced'] }, false],
    [{ source: [{ prefix: 'aws.' }] }, true],
    [{ source: [{ prefix: 'ses' }] }, false],
    [{ source: [{ 'anything-but': ['secretariat'] }] }, true],
    [{ source: [{ 'anything-but': 'aws.ses' }] }, false],
    [{ source: [{ 'anything-but': { prefix: 'aws.' } }] }, false],
    [{ absent: [{ 'anything-but': 'x' }] }, false],
    [{ detail: { count: [3] } }, true],
    [{ detail: { count: ['3'] } }, false],
    [{ detail: { empty: [null] } }, true],
    [{ detail: { mail: { tags: { set: ['b', 'z'] } } } }, true],
    [{ detail: { mail: { tags: { set: ['z'] } } } }, false],
    [{ detail: { rows: { id: ['y'] } } }, true],
    [{ detail: { absent: [{ exists: false }] } }, true],
    [{ detail: { count: [{ exists: false }] } }, false],
    [{ detail: { count: [{ exists: true }] } }, true],
    [{ detail: { deep: { absent: [{ exists: true }] } } }, false],
  ])('%j fits: %s', (pattern, fits) => {
    expect(compilePattern(pattern)(event)).toBe(fits)
  })

  test.each([
    [{ source: [{ wildcard: 'aws.*' }] }, '"wildcard" at source'],
    [{ detail: { count: [{ numeric: ['>', 1] }] } }, '"numeric" at detail.count'],
    [{ source: [{ 'anything-but': { suffix: 'x' } }] }, '"anything-but suffix"'],
    [{ $or: [{ source: ['x'] }] }, '"$or"'],
    [{ source: 'aws.ses' }, 'at source'],
  ])('%j is refused by name', (pattern, name) => {
    expect(() => compilePattern(pattern)).toThrow(name)
  })
})
