import type { EventBridgeEvent } from 'aws-lambda'
import * as z from 'zod'
import { batchOf } from '#shared/aws/batch.ts'
import { deps } from '#shared/aws/deps.ts'
import { readSettings } from '#shared/aws/settings.ts'
import { instantOf } from '#shared/domain/dates.ts'
import { SesEvent, trackMail } from '#shared/usecases/mail/track-mail.ts'

const track = trackMail(deps(readSettings({ TABLE_NAME: z.string() })))

export const handler = batchOf<EventBridgeEvent<string, unknown>>(({ detail, time }) =>
  track(SesEvent.parse(detail), instantOf(Date.parse(time))),
)
