import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Refusal } from '#infra/refusal.ts'
import { prepareDatabaseFile } from './database-file.ts'

/** A running store. */
export interface Store {
  readonly url: string
  stop(): Promise<void>
}

/** Milliseconds for the store to answer after its start. */
const START_WITHIN = 10_000

/**
 * The store of this machine: the one `AWS_ENDPOINT_URL_DYNAMODB` points to, else Dynoxide with its data in `database`.
 * @param onDeath called when Dynoxide ends by itself.
 * @throws Refusal where there is neither.
 */
export const startStore = async (database: string, onDeath: (error: Error) => void): Promise<Store> => {
  const elsewhere = process.env.AWS_ENDPOINT_URL_DYNAMODB
  if (elsewhere) return { url: elsewhere, stop: async () => {} }
  const program = dynoxidePath()
  if (!program) {
    throw new Refusal(
      `There is no DynamoDB for ${process.platform}-${process.arch} here: start Amazon's DynamoDB Local and set AWS_ENDPOINT_URL_DYNAMODB to its address.`,
    )
  }
  const pidFile = `${database}.pid`
  await endOrphan(pidFile, database)
  await prepareDatabaseFile(database)
  const port = await freePort()
  const args = ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', database]
  // In a process group of its own, so that Ctrl-C in a terminal reaches us first and functions can finish what they write.
  const child = spawn(program, args, { stdio: 'ignore', detached: true, env: {} })
  if (child.pid) writeFileSync(pidFile, String(child.pid))
  child.once('error', onDeath)
  child.once('exit', (code, signal) => onDeath(new Error(`the local DynamoDB ended (${signal ?? `code ${code}`})`)))
  await answering(child, port)
  return { url: `http://127.0.0.1:${port}`, stop: () => end(child, pidFile) }
}

/** Whether there is a store on this machine that a system, or a test, can use. */
export const hasStore = (): boolean => Boolean(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? dynoxidePath())

/** Where the program is, or undefined on a platform it is not built for. */
const dynoxidePath = (): string | undefined => {
  try {
    const manifest = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json')
    const path = join(dirname(manifest), 'dynoxide')
    return process.platform === 'linux' && process.arch === 'x64' && existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}

/** A killed local system leaves its store behind, which holds the database. */
const endOrphan = async (pidFile: string, database: string): Promise<void> => {
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8'))
  while (servesDatabase(pid, database)) {
    process.kill(pid, 'SIGKILL')
    await delay(10)
  }
  rmSync(pidFile, { force: true })
}

const servesDatabase = (pid: number, database: string): boolean => {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return command.includes('--db-path') && command.includes(database)
  } catch {
    return false
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })

const answering = async (child: ChildProcess, port: number): Promise<void> => {
  const until = Date.now() + START_WITHIN
  for (;;) {
    try {
      await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(1000) })
      return
    } catch (cause) {
      if (child.exitCode !== null || Date.now() > until)
        throw new Error('the local DynamoDB does not answer', { cause })
      await delay(10)
    }
  }
}

const end = async (child: ChildProcess, pidFile: string): Promise<void> => {
  child.removeAllListeners('exit')
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), 2000)
    await ended
    clearTimeout(force)
  }
  rmSync(pidFile, { force: true })
}
