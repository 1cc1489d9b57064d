import { readFileSync } from 'node:fs'
import { readSettings } from '#infra/settings.ts'
import type { LocalSystem } from '../system.ts'
import type { SampleTarget } from './load-sample.ts'

/** A local system with the settings of `cdk.json`, as the sample needs them. */
export const sampleTarget = ({ tableName, endpointUrl }: LocalSystem): SampleTarget => {
  const { context } = JSON.parse(readFileSync(new URL('../../../cdk.json', import.meta.url), 'utf8'))
  const { sectorName, secretariat } = readSettings((key) => context[key])
  return { tableName, endpointUrl, sectorName, secretariat }
}
