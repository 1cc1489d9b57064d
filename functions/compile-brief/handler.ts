import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { batchOf } from '#shared/aws/batch.ts'
import { deps } from '#shared/aws/deps.ts'
import { readSettings } from '#shared/aws/settings.ts'
import { readEvent } from '#shared/events/event.ts'
import { briefPdf } from '#shared/render/pdf/brief-pdf.ts'
import { compileBrief } from '#shared/usecases/briefs/compile-brief.ts'
import { deliverBrief } from '#shared/usecases/briefs/deliver-brief.ts'

const settings = readSettings({ TABLE_NAME: z.string(), SECTOR_NAME: z.string() })
const beside = (folder: string) => fileURLToPath(new URL(folder, import.meta.url))
const common = deps(settings)
const compile = compileBrief(common)
const deliver = deliverBrief({
  ...common,
  setPdf: briefPdf({ fontsDir: beside('fonts'), templatesDir: beside('templates') }),
})

export const handler = batchOf(async ({ detail }) => {
  const event = readEvent(detail)
  await (event.type === 'BriefReleased' ? deliver(event) : compile(event))
})
