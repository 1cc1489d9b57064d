import { readFileSync } from 'node:fs'
import { bundleFunctions, FUNCTIONS_DIR } from './bundle.ts'
import { runCommand } from './refusal.ts'
import { secretariatApp } from './secretariat-app.ts'
import { SecretariatStack } from './secretariat-stack.ts'
import { readSettings } from './settings.ts'

/** The cdk command hands over cdk.json's context; run without it, the app reads it itself. */
const ownContext = (): Record<string, unknown> =>
  process.env.CDK_CONTEXT_JSON === undefined
    ? JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8')).context
    : {}

await runCommand(async () => {
  const app = secretariatApp({ context: ownContext() })
  const settings = readSettings((key) => app.node.tryGetContext(key))
  await bundleFunctions()
  new SecretariatStack(app, 'Secretariat', { settings, assets: FUNCTIONS_DIR })
  app.synth()
})
