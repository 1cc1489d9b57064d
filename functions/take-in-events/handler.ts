import * as z from 'zod'
import { batchOf } from '#shared/aws/batch.ts'
import { deps } from '#shared/aws/deps.ts'
import { readSettings } from '#shared/aws/settings.ts'
import { ForeignEvent } from '#shared/usecases/intake/refuse-event.ts'
import { takeInEvent } from '#shared/usecases/intake/take-in-event.ts'

const settings = readSettings({ TABLE_NAME: z.string(), SECTOR_NAME: z.string() })
const takeIn = takeInEvent(deps(settings))

export const handler = batchOf((event, arrivedAt) => takeIn(ForeignEvent.parse(event), arrivedAt))
