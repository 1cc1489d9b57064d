import type { Context, ScheduledEvent, SQSEvent } from 'aws-lambda'
import * as z from 'zod'
import { deps } from '#shared/aws/deps.ts'
import { addresses, readSettings } from '#shared/aws/settings.ts'
import { once } from '#shared/domain/once.ts'
import { idleHour } from '#shared/usecases/calendar/idle-hour.ts'

const settings = readSettings({ TABLE_NAME: z.string(), SECTOR_NAME: z.string(), SECRETARIAT_ADDRESSES: addresses })
const common = deps(settings)
const isIdle = idleHour(common.records)
/** Most starts are for an hour in which nothing is due: what else there is to do is loaded when it comes. */
const sweepDue = once(async () => {
  const { sweep } = await import('#shared/usecases/calendar/sweep.ts')
  return sweep({ ...common, secretariat: settings.SECRETARIAT_ADDRESSES })
})
const follow = once(async () => {
  const { batchOf } = await import('#shared/aws/batch.ts')
  const { readEvent } = await import('#shared/events/event.ts')
  const { followEvent } = await import('#shared/usecases/calendar/follow-event.ts')
  return batchOf<ScheduledEvent>(({ detail }) => followEvent(common)(readEvent(detail)))
})

/** Two triggers: the hourly schedule, and what changes in the calendar between two of its hours. */
export const handler = async (trigger: SQSEvent | { scheduledTime: string }, context: Context) => {
  if ('Records' in trigger) return (await follow())(trigger, context)
  const now = new Date(trigger.scheduledTime).toISOString()
  if (!(await isIdle(now))) await (await sweepDue())(now)
}
