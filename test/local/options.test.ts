import { expect, test } from 'vitest'
import { readOptions } from '#infra/local/options.ts'

const ports = (...args: string[]) => {
  const { port, inboxPort, endpointPort } = readOptions(args)
  return [port, inboxPort, endpointPort]
}

test('the inbox and the AWS endpoint follow the port of the pages', () => {
  expect(ports()).toEqual([4400, 4401, 4402])
  expect(ports('--port', '5000')).toEqual([5000, 5001, 5002])
  expect(ports('--port', '5000', '--inbox-port', '5002')).toEqual([5000, 5002, 5003])
  expect(ports('--port', '0')).toEqual([0, 0, 0])
})

test.each([
  [['--port', 'x'], '--port takes a port number up to 65532, not "x".'],
  [['--port', '70000'], '--port takes a port number'],
  [['--inbox-port', '-1'], "Option '--inbox-port' argument is ambiguous"],
  [['--port', '5000', '--inbox-port', '5000'], 'cannot both be on port 5000'],
  [['--fast'], "Unknown option '--fast'"],
  [['now'], "Unexpected argument 'now'"],
])('%j is refused in one line', (args, line) => {
  expect(() => readOptions(args)).toThrow(line)
  expect(() => readOptions(args)).toThrow(/^[^\n]+$/)
})
