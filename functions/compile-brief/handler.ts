import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { batchOf } from '#shared/aws/batch.ts'
import { deps } from '#shared/aws/deps.ts'
import { readSettings } from '#shared/aws/settings.ts'
import { once } from '#shared/domain/once.ts'
import { ownEvents } from '#shared/usecases/intake/own-events.ts'

const settings = readSettings({ TABLE_NAME: z.string(), SECTOR_NAME: z.string(), WEB_URL: z.string() })
const common = deps(settings)
const beside = (folder: string) => fileURLToPath(new URL(folder, import.meta.url))

/** A start compiles or delivers, seldom both: each half is loaded when its first event comes. */
const compile = once(async () => (await import('#shared/usecases/briefs/compile-brief.ts')).compileBrief(common))
const deliver = once(async () => {
  const { deliverBrief } = await import('#shared/usecases/briefs/deliver-brief.ts')
  const { briefPdf } = await import('#shared/render/pdf/brief-pdf.ts')
  const webUrl = settings.WEB_URL.replace(/\/$/, '')
  const setPdf = briefPdf({ fontsDir: beside('fonts'), templatesDir: beside('templates'), webUrl })
  return deliverBrief({ ...common, setPdf })
})

export const handler = batchOf(
  ownEvents(common, async (event) => (event.type === 'BriefReleased' ? await deliver() : await compile())(event)),
)
