import { readFileSync } from 'node:fs'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { Sector } from '#shared/sector/schema.ts'
import { FUNCTIONS_DIR } from './functions-dir.ts'
import { runCommand } from './refusal.ts'
import { secretariatApp } from './secretariat-app.ts'
import { SecretariatStack } from './secretariat-stack.ts'
import { readSettings } from './settings.ts'

/** The cdk command hands over cdk.json's context; run without it, the app reads it itself. */
const ownContext = (): Record<string, unknown> =>
  process.env.CDK_CONTEXT_JSON === undefined
    ? JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8')).context
    : {}

/** Describes the stack; the functions are bundled before, in a process of their own (`cdk.json`), whose memory is free again. */
await runCommand(() => {
  const app = secretariatApp({ context: ownContext() })
  Sector.parse(laoUxo)
  const settings = readSettings((key) => app.node.tryGetContext(key))
  new SecretariatStack(app, 'Secretariat', { settings, assets: FUNCTIONS_DIR })
  app.synth()
})
