import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import {
  describeWithStore,
  FIXTURE,
  noted,
  putEvents,
  startFixture,
  temporaryFolder,
  written,
} from './fixture-system.ts'

/** The command in a process of its own. */
const run = (...args: string[]) => {
  const child = spawn(process.execPath, ['--import', 'tsx', join(FIXTURE, 'run.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
  onTestFinished(() => void child.kill('SIGKILL'))
  const exited = once(child, 'exit')
  return { child, output: () => output, exited }
}

const address = async (output: () => string, of: string): Promise<string> => {
  const found = () => new RegExp(`${of}\\s+(http:\\S+)`).exec(output())?.[1]
  await expect.poll(found, { timeout: 15_000, interval: 20 }).toBeDefined()
  return found() ?? ''
}

const refused = (url: string) => expect(fetch(url)).rejects.toThrow('fetch failed')

const storeOf = (data: string) => Number(readFileSync(join(data, 'table.db.pid'), 'utf8'))

/** Whether a store still runs; one that ended and was not fetched by its parent has no command line any more. */
const isRunning = (store: number) => {
  const command = `/proc/${store}/cmdline`
  return existsSync(command) && readFileSync(command, 'utf8').includes('dynoxide')
}

/** What a failing test leaves behind. */
const endLater = (store: number) =>
  onTestFinished(() => {
    if (isRunning(store)) process.kill(store, 'SIGKILL')
  })

describeWithStore('the command', () => {
  test('ends cleanly on SIGTERM: nothing runs, no port is held, and what was stored is there again', async () => {
    const data = temporaryFolder()
    const { child, output, exited } = run('--port', '0', '--data', data)
    const urls = await Promise.all(['Web pages', 'Inbox', 'AWS endpoint'].map((of) => address(output, of)))
    expect(output()).toMatch(/^Bundling [^\n]+\nStarting [^\n]+\nLoading [^\n]+\n\nWeb pages /)
    expect(output()).toContain('Sign in as anybody.')
    const store = storeOf(data)
    endLater(store)
    for (const url of urls) expect((await fetch(url, { method: 'POST' })).status).toBeDefined()
    child.kill('SIGTERM')
    expect(await exited).toEqual([0, null])
    for (const url of urls) await refused(url)
    expect(isRunning(store)).toBe(false)
    const { system } = await startFixture({ data })
    expect(system.isLoaded).toBe(true)
  })

  test('ends when npm is ended by SIGTERM, which reaches its shell alone', async () => {
    const data = temporaryFolder()
    const command = `${process.execPath} --import tsx ${join(FIXTURE, 'run.ts')} --port 0 --data ${data}; true`
    const env = { ...process.env, npm_lifecycle_event: 'start' }
    const shell = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'pipe'], env })
    let output = ''
    for (const stream of [shell.stdout, shell.stderr]) stream.on('data', (text) => (output += text))
    const url = await address(() => output, 'Web pages')
    const store = storeOf(data)
    endLater(store)
    shell.kill('SIGTERM')
    await expect.poll(() => isRunning(store), { timeout: 15_000, interval: 50 }).toBe(false)
    await expect
      .poll(
        () =>
          fetch(url).then(
            () => 'answers',
            () => 'refused',
          ),
        { timeout: 15_000 },
      )
      .toBe('refused')
  })

  test('refuses a second instance on the same data, and a port in use, in one line', async () => {
    const data = temporaryFolder()
    await startFixture({ data })
    const second = run('--port', '0', '--data', data)
    expect(await second.exited).toEqual([1, null])
    expect(second.output()).toMatch(/^The data in \S+ are in use by process \d+; [^\n]+\n$/)

    const server = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    for (const option of ['--port', '--inbox-port']) {
      const third = run('--port', '0', option, String(port), '--data', temporaryFolder())
      expect(await third.exited).toEqual([1, null])
      expect(third.output()).toMatch(new RegExp(`^Port ${port} is in use; [^\\n]+ ${option}\\.\\n$`))
    }
  })

  test('killed between an event and its delivery delivers it after a restart', async () => {
    const data = temporaryFolder()
    const { output, exited } = run('--port', '0', '--data', data)
    const endpointUrl = await address(output, 'AWS endpoint')
    const orphan = storeOf(data)
    endLater(orphan)
    const answer = await putEvents(endpointUrl, [written({ id: 'late', killOnce: join(data, 'killed') })])
    expect(answer.FailedEntryCount).toBe(0)
    expect(await exited).toEqual([null, 'SIGKILL'])
    const { system } = await startFixture({ data })
    expect(isRunning(orphan)).toBe(false)
    await system.settle()
    expect(await noted(system, 'REACTED#late')).toBeDefined()
  })
})
