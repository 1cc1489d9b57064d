import { laoUxo } from '#shared/sector/lao-uxo.ts'
import type { Sector } from '#shared/sector/schema.ts'
import type { Deps } from '#shared/usecases/deps.ts'
import { dynamoRecords } from './dynamo-records.ts'
import { platform } from './platform.ts'

/** The sector of this deployment: the sector file under the name that the administrator gave it. */
export const sectorNamed = (name: string | undefined): Sector => (name === undefined ? laoUxo : { ...laoUxo, name })

/** What nearly every function's use cases need, from its environment. */
export const deps = (settings: { TABLE_NAME: string; SECTOR_NAME?: string }): Deps => ({
  records: dynamoRecords(settings.TABLE_NAME),
  sector: sectorNamed(settings.SECTOR_NAME),
  platform,
})
