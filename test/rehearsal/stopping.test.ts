import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  'a rehearsal ended by %s says that it was stopped, leaves nothing behind and exits with %i',
  async (signal, code) => {
    const folder = mkdtempSync(join(tmpdir(), 'stopping-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const days = ['--from', '2026-01-01', '--to', '2026-01-02']
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'infra/rehearsal/main.ts', ...days, '--out', join(folder, 'out')],
      { env: { ...process.env, TMPDIR: folder }, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    onTestFinished(() => void child.kill('SIGKILL'))
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
    const exited = once(child, 'exit')
    const running = () => readdirSync(folder).filter((name) => name.startsWith('rehearsal-'))
    await expect.poll(running, { timeout: 15_000 }).toHaveLength(1)
    child.kill(signal)
    expect(await exited).toEqual([code, null])
    expect(output.trim()).toMatch(/^The rehearsal was stopped; [^\n]+ is not complete\.$/)
    expect(running()).toEqual([])
  },
)
