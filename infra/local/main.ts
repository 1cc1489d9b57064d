import { instantOf } from '#shared/domain/dates.ts'
import { runCommand } from '../refusal.ts'
import { runLocal } from './command.ts'
import { keepARoundOpen, loadSample } from './sample/load-sample.ts'
import { sampleTarget } from './sample/target.ts'
import { synthesizeInto } from './synthesize.ts'

await runCommand(() =>
  runLocal(process.argv.slice(2), {
    synthesize: synthesizeInto,
    loadSample: async (system) => {
      const target = sampleTarget(system)
      const now = instantOf(Date.now())
      await loadSample(target, now)
      await keepARoundOpen(target, now)
    },
    signIn: 'Sign in as chair@survey-clearance.example, a sample chair; the link arrives in the inbox.',
  }),
)
