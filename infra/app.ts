import { readFileSync } from 'node:fs'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { Sector } from '#shared/sector/schema.ts'
import { bundleFunctions, FUNCTIONS_DIR } from './bundle.ts'
import { runCommand } from './refusal.ts'
import { readSettings } from './settings.ts'

/** The cdk command hands over cdk.json's context; run without it, the app reads it itself. */
const ownContext = (): Record<string, unknown> =>
  process.env.CDK_CONTEXT_JSON === undefined
    ? JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8')).context
    : {}

await runCommand(async () => {
  await bundleFunctions()
  // Only now: bundler and CDK side by side would need twice the memory.
  const { secretariatApp } = await import('./secretariat-app.ts')
  const { SecretariatStack } = await import('./secretariat-stack.ts')
  const app = secretariatApp({ context: ownContext() })
  Sector.parse(laoUxo)
  const settings = readSettings((key) => app.node.tryGetContext(key))
  new SecretariatStack(app, 'Secretariat', { settings, assets: FUNCTIONS_DIR })
  app.synth()
})
