import type { Context, ScheduledEvent, SQSEvent } from 'aws-lambda'
import * as z from 'zod'
import { deps } from '#shared/aws/deps.ts'
import { addresses, readSettings } from '#shared/aws/settings.ts'
import { instantOf } from '#shared/domain/dates.ts'
import { once } from '#shared/domain/once.ts'
import { readEvent } from '#shared/events/event.ts'
import { sweep } from '#shared/usecases/calendar/sweep.ts'

const settings = readSettings({ TABLE_NAME: z.string(), SECTOR_NAME: z.string(), SECRETARIAT_ADDRESSES: addresses })
const common = deps(settings)
const sweepDue = sweep({ ...common, secretariat: settings.SECRETARIAT_ADDRESSES })
/** Most starts are for a sweep: the other half is loaded when its first event comes. */
const follow = once(async () => {
  const { batchOf } = await import('#shared/aws/batch.ts')
  const { followEvent } = await import('#shared/usecases/calendar/follow-event.ts')
  return batchOf<ScheduledEvent>(({ detail }) => followEvent(common)(readEvent(detail)))
})

/** Two triggers: the hourly schedule, and what changes in the calendar between two of its hours. */
export const handler = async (trigger: SQSEvent | { scheduledTime: string }, context: Context) =>
  'Records' in trigger ? (await follow())(trigger, context) : sweepDue(instantOf(Date.parse(trigger.scheduledTime)))
