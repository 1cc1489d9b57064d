import { runCommand } from '../refusal.ts'
import { runLocal } from './command.ts'
import { synthesizeInto } from './synthesize.ts'

await runCommand(() =>
  runLocal(process.argv.slice(2), {
    synthesize: synthesizeInto,
    loadSample: async () => {},
    signIn: 'Sign in with a contact’s address; the link arrives in the inbox.',
  }),
)
