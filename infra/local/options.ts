import { parseArgs } from 'node:util'
import { Refusal } from '#infra/refusal.ts'

export const USAGE = `Runs the whole system on this machine.

  --port N        port of the web pages (default 4400)
  --inbox-port N  port of the inbox page (default one above the pages)
  --data DIR      where everything is kept (default .local)
  --fresh         forget what is kept there and begin anew
  --help          this text`

export interface CommandOptions {
  readonly help: boolean
  readonly port: number
  readonly inboxPort: number
  readonly endpointPort: number
  readonly data: string
  readonly fresh: boolean
}

/** The options of `npm start`. @throws Refusal in one line for one that is unknown or malformed. */
export const readOptions = (args: readonly string[]): CommandOptions => {
  const { values } = parse(args)
  const port = readPort('--port', values.port ?? '4400')
  const inboxPort = values['inbox-port'] === undefined ? above(port, 1) : readPort('--inbox-port', values['inbox-port'])
  if (port !== 0 && inboxPort === port) throw new Refusal(`The pages and the inbox cannot both be on port ${port}.`)
  const endpointPort = above(port, inboxPort === above(port, 2) ? 3 : 2)
  return { help: values.help, port, inboxPort, endpointPort, data: values.data, fresh: values.fresh }
}

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        'inbox-port': { type: 'string' },
        data: { type: 'string', default: '.local' },
        fresh: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    const [sentence] = error instanceof Error ? error.message.split(/\.\s/) : [String(error)]
    throw new Refusal(`${sentence}; --help lists the options.`)
  }
}

const readPort = (option: string, text: string): number => {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_532)
    throw new Refusal(`${option} takes a port number up to 65532, not "${text}".`)
  return port
}

/** Any port goes with any port. */
const above = (port: number, by: number): number => (port === 0 ? 0 : port + by)
