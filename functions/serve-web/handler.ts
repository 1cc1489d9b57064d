import { fileURLToPath } from 'node:url'
import { handle } from 'hono/aws-lambda'
import * as z from 'zod'
import { assetsIn } from '#shared/aws/assets.ts'
import { deps } from '#shared/aws/deps.ts'
import { addresses, readSettings } from '#shared/aws/settings.ts'
import { createApp } from '#shared/web/app.ts'
import { systemServices } from '#shared/web/system-services.ts'

const settings = readSettings({ TABLE_NAME: z.string(), SECTOR_NAME: z.string(), SECRETARIAT_ADDRESSES: addresses })
const common = deps(settings)
const secretariat = settings.SECRETARIAT_ADDRESSES
const services = systemServices({ ...common, secretariat })

export const handler = handle(
  createApp({
    services,
    sector: common.sector,
    secretariat,
    assets: assetsIn(fileURLToPath(new URL('assets/', import.meta.url))),
  }),
)
