import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { instantAt } from '#shared/domain/calendar-days.ts'
import type { IdentifiedContribution } from '#shared/domain/ledger/import/yearly-table.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { VirtualClock } from '../local/clock.ts'
import { loadSample, sampleDeps } from '../local/sample/load-sample.ts'
import { sampleTarget } from '../local/sample/target.ts'
import { synthesizeInto } from '../local/synthesize.ts'
import { startLocal } from '../local/system.ts'
import { runCommand } from '../refusal.ts'
import { Stopped, stoppedBySignal } from '../stopping.ts'
import { readContributions } from './contributions.ts'
import { calendarFaults } from './faults.ts'
import { type RehearsalOptions, readOptions, USAGE } from './options.ts'
import { samplePeopleAtWork } from './people.ts'
import { play } from './play.ts'
import { clearOut, writeMails, writeOut } from './write-out.ts'

/** Runs in a folder of its own, which stays behind, with the functions' log, when a rehearsal fails by itself. */
const rehearse = async (options: RehearsalOptions): Promise<void> => {
  const stopping = stoppedBySignal()
  const contributions = readContributions(options.contributions, options.to)
  await clearOut(options.out)
  const data = await mkdtemp(join(tmpdir(), 'rehearsal-'))
  let failed = false
  try {
    await perform(options, contributions, data, stopping)
  } catch (error) {
    if (stopping.aborted) throw new Stopped(`The rehearsal was stopped; ${options.out} is not complete.`, stopping)
    failed = true
    process.stderr.write(`The rehearsal failed; what it stored and logged is in ${data}\n`)
    throw error
  } finally {
    if (!failed) await rm(data, { recursive: true, force: true })
  }
}

const perform = async (
  { from, to, out, faults: withFaults }: RehearsalOptions,
  contributions: readonly IdentifiedContribution[] | undefined,
  data: string,
  stopping: AbortSignal,
): Promise<void> => {
  const begin = instantAt(from, '00:00', laoUxo.timeZone)
  const say = (line: string) => console.log(line)
  const faults = withFaults ? calendarFaults() : undefined
  const system = await startLocal({
    template: (folder) => synthesizeInto(folder, stopping),
    data,
    inboxPort: false,
    clock: new VirtualClock(new Date(begin)),
    killAfterWrite: faults?.killAfterWrite,
  })
  try {
    const target = sampleTarget(system)
    const deps = sampleDeps(target)
    const mails = writeMails(system, out)
    await loadSample(target, begin, contributions)
    await system.settle()
    const work = samplePeopleAtWork(system, deps, target.secretariat[0] ?? '', say)
    await play(system, deps, { from, to }, stopping, work, faults)
    await mails.done()
    const { mail, briefs, deadLetters } = await writeOut(system, deps, { from, to, out })
    if (faults) say(`Every hour came twice, and the calendar was killed ${faults.kills} times.`)
    say(
      `${mail.sent} mails, ${briefs.length} briefs, ${deadLetters} dead letters: ${relative('.', resolve(out)) || '.'}`,
    )
  } finally {
    await system.stop()
  }
}

await runCommand(async () => {
  const options = readOptions(process.argv.slice(2))
  if (options.help) console.log(USAGE)
  else await rehearse(options)
})
