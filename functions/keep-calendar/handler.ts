import type { Context, ScheduledEvent, SQSEvent } from 'aws-lambda'
import * as z from 'zod'
import { batchOf } from '#shared/aws/batch.ts'
import { deps } from '#shared/aws/deps.ts'
import { addresses, readSettings } from '#shared/aws/settings.ts'
import { instantOf } from '#shared/domain/dates.ts'
import { readEvent } from '#shared/events/event.ts'
import { followEvent } from '#shared/usecases/calendar/follow-event.ts'
import { sweep } from '#shared/usecases/calendar/sweep.ts'

const settings = readSettings({ TABLE_NAME: z.string(), SECTOR_NAME: z.string(), SECRETARIAT_ADDRESSES: addresses })
const common = deps(settings)
const sweepDue = sweep({ ...common, secretariat: settings.SECRETARIAT_ADDRESSES })
const follow = batchOf<ScheduledEvent>((event) => followEvent(common)(readEvent(event.detail)))

/** Two triggers: the hourly schedule, and what changes in the calendar between two of its hours. */
export const handler = async (trigger: SQSEvent | { scheduledTime: string }, context: Context) =>
  'Records' in trigger ? follow(trigger, context) : sweepDue(instantOf(Date.parse(trigger.scheduledTime)))
