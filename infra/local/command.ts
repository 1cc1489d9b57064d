import { whenOrphaned } from '../stopping.ts'
import { keepHours } from './hours.ts'
import { readOptions, USAGE } from './options.ts'
import { type LocalSystem, startLocal } from './system.ts'

export interface CommandParts {
  /** Makes the template. @returns its folder. */
  readonly synthesize: (data: string, signal: AbortSignal) => Promise<string>
  /** Fills an empty system; after a start that was broken off it is called again, so it must bear that. */
  readonly loadSample: (system: LocalSystem) => Promise<void>
  /** How a newcomer signs in. */
  readonly signIn: string
}

/**
 * The body of `npm start`: runs a stack until SIGINT or SIGTERM.
 * @throws Refusal for what a person can mend, and what made the system fail.
 */
export const runLocal = async (args: readonly string[], parts: CommandParts): Promise<void> => {
  const { help, ...options } = readOptions(args)
  if (help) return void console.log(USAGE)
  const stopping = new AbortController()
  const stopped = new Promise<undefined>((resolve) => {
    stopping.signal.addEventListener('abort', () => resolve(undefined))
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort())
  whenOrphaned(() => stopping.abort())

  const template = async (data: string) => {
    console.log('Bundling the functions and synthesizing the stack, which takes some ten seconds …')
    const folder = await parts.synthesize(data, stopping.signal)
    console.log('Starting the stack on this machine …')
    return folder
  }
  const system = await startLocal({ ...options, template }).catch((error) => {
    if (!stopping.signal.aborted) throw error
  })
  if (!system) return
  let stopHours = () => {}
  const begin = async () => {
    if (!system.isLoaded) {
      console.log('Loading the sample sector …')
      await parts.loadSample(system)
      system.markLoaded()
    }
    if (stopping.signal.aborted) return
    stopHours = keepHours(system)
    console.log(`
Web pages     ${system.webUrl}
Inbox         ${system.inboxUrl}
AWS endpoint  ${system.endpointUrl}  (bus ${system.busName}, table ${system.tableName})

${parts.signIn}
Ctrl-C ends it; what is stored stays in ${options.data}.`)
  }
  try {
    const failure = await Promise.race([begin().then(() => system.failure), system.failure, stopped])
    if (failure) throw failure
  } finally {
    stopHours()
    await system.stop()
  }
}
