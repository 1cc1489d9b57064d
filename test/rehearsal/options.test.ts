import { expect, test } from 'vitest'
import { readOptions } from '#infra/rehearsal/options.ts'

test('a rehearsal takes two days, both included, and any number of tables', () => {
  const days = ['--from', '2026-01-01', '--to', '2026-01-01']
  expect(readOptions(days)).toMatchObject({ from: '2026-01-01', to: '2026-01-01', contributions: [], out: 'rehearsal' })
  expect(readOptions([...days, '--contributions', 'a.csv', 'b.csv']).contributions).toEqual(['a.csv', 'b.csv'])
  expect([readOptions(days), readOptions([...days, '--faults'])].map(({ faults }) => faults)).toEqual([false, true])
})

test.each([
  [['--from', '1800-01-01', '--to', '1800-12-31'], '--from takes a day from 2000-01-01 to 2099-12-31, not 1800-01-01.'],
  [['--from', '2099-06-01', '--to', '2100-01-01'], '--to takes a day from 2000-01-01 to 2099-12-31, not 2100-01-01.'],
  [['--from', '2026-02-30', '--to', '2026-03-01'], '--from takes a day such as 2026-01-01, not "2026-02-30".'],
  [['--from', '2026-03-01', '--to', '2026-02-28'], '--from 2026-03-01 comes after --to 2026-02-28.'],
  [
    ['--from', '2026-01-01', '--to', '2036-01-01'],
    'A rehearsal takes at most 10 years: choose a --to before 2036-01-01.',
  ],
  [['--from', '2026-01-01'], '--to is missing: give a day such as --to 2026-01-01.'],
  [['--from', '2026-01-01', '--to', '2026-01-02', 'now'], '"now" is not an option; --help lists them.'],
  [['--fast'], "Unknown option '--fast'"],
])('%j is refused in one line', (args, line) => {
  expect(() => readOptions(args)).toThrow(line)
  expect(() => readOptions(args)).toThrow(/^[^\n]+$/)
})
