import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '#infra/refusal.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/**
 * Synthesizes the stack into `<data>/cdk.out`, in a process of its own whose memory is gone afterwards.
 * @returns the folder.
 * @throws Refusal when it fails; why stands on stderr then.
 */
export const synthesizeInto = async (data: string, signal: AbortSignal): Promise<string> => {
  const directory = join(data, 'cdk.out')
  // Bundles of earlier runs would stay beside the new ones, 60 MB each time.
  rmSync(directory, { recursive: true, force: true })
  const child = spawn(process.execPath, ['--import', 'tsx', 'infra/app.ts'], {
    cwd: ROOT,
    // CDK's check of its own template belongs to `npm run synth`; the bundler may collect garbage more often and stay small.
    env: { ...process.env, CDK_OUTDIR: directory, CDK_VALIDATION: 'false', GOGC: '30' },
    stdio: ['ignore', 'ignore', 'inherit'],
    signal,
  })
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve('an error'))
    child.once('exit', resolve)
  })
  if (code !== 0)
    throw new Refusal(signal.aborted ? 'Stopped while synthesizing.' : 'The stack could not be synthesized.')
  return directory
}
