import { givenContext, readSettings } from '#infra/settings.ts'
import type { LocalSystem } from '../system.ts'
import type { SampleTarget } from './load-sample.ts'

/** A local system with the settings of `cdk.json`, as the sample needs them. */
export const sampleTarget = ({ tableName, endpointUrl }: LocalSystem): SampleTarget => {
  const { sectorName, secretariat } = readSettings(givenContext())
  return { tableName, endpointUrl, sectorName, secretariat }
}
