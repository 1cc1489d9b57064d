import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { Sector } from '#shared/sector/schema.ts'
import { FUNCTIONS_DIR } from './functions-dir.ts'
import { runCommand } from './refusal.ts'
import { secretariatApp } from './secretariat-app.ts'
import { SecretariatStack } from './secretariat-stack.ts'
import { givenContext, readSettings } from './settings.ts'

/** Describes the stack; the functions are bundled before, in a process of their own (`cdk.json`), whose memory is free again. */
await runCommand(() => {
  const context = givenContext()
  const settings = readSettings(context)
  Sector.parse(laoUxo)
  const app = secretariatApp({ context })
  new SecretariatStack(app, 'Secretariat', { settings, assets: FUNCTIONS_DIR })
  app.synth()
})
