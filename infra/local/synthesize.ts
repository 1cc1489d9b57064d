import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '#infra/refusal.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** Keeps the bundler small beside a running system: two threads of each kind, and memory given back at once. */
const SMALL_BUNDLER = {
  ROLLDOWN_WORKER_THREADS: '2',
  ROLLDOWN_MAX_BLOCKING_THREADS: '2',
  RAYON_NUM_THREADS: '2',
  MIMALLOC_PURGE_DELAY: '0',
}

/**
 * Bundles the functions and synthesizes the stack into `<data>/cdk.out`, as `cdk.json` says: one process after the other,
 * whose memory is gone afterwards.
 * @returns the folder.
 * @throws Refusal when it fails; why stands on stderr then.
 */
export const synthesizeInto = async (data: string, signal: AbortSignal): Promise<string> => {
  const directory = join(data, 'cdk.out')
  // Bundles of earlier runs would stay beside the new ones, 60 MB each time.
  rmSync(directory, { recursive: true, force: true })
  await run(['infra/bundle.ts', '--quiet'], SMALL_BUNDLER, signal)
  // CDK's check of its own template belongs to `npm run synth`.
  await run(['infra/app.ts'], { CDK_OUTDIR: directory, CDK_VALIDATION: 'false' }, signal)
  return directory
}

const run = async (script: string[], env: Record<string, string>, signal: AbortSignal): Promise<void> => {
  const child = spawn(process.execPath, ['--import', 'tsx', ...script], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
    signal,
  })
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve('an error'))
    child.once('exit', resolve)
  })
  if (code !== 0)
    throw new Refusal(signal.aborted ? 'Stopped while synthesizing.' : 'The stack could not be synthesized.')
}
