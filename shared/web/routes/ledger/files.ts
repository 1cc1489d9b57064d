import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ExportFormat } from '#shared/domain/ledger/export-limits.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { nowOf, type VisitEnv, type Web } from '../../visit.ts'
import { filterOf } from './ledger.tsx'

/** What Lambda hands back at most is 6 MB, base64 included; text is compressed on its way where the reader takes that. */
const LARGEST_PLAIN_BYTES = 4_400_000

/** Files to take away. */
export const ledgerFileRoutes = ({ services }: Web) =>
  new Hono<VisitEnv>().get('/funding/export/:file{[0-9]{4}\\.(csv|xlsx|xml)}', async (c) => {
    const [year = '', format] = c.req.param('file').split('.')
    const part = c.req.query('part') ?? ''
    if (!/^\d{0,2}$/.test(part)) throw new HTTPException(404)
    const wanted = {
      ...filterOf(c),
      year,
      format: format as ExportFormat,
      ...(part === '' ? {} : { part: Number(part) }),
    }
    const { name, contentType, bytes } = await services.exportLedger(wanted, c.var.actor, nowOf(c))
    const compressed = format !== 'xlsx' && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
    if (!compressed && bytes.length > LARGEST_PLAIN_BYTES) {
      throw new UserError(
        'too-long',
        say`This file is too large to be sent uncompressed: take it in parts, or by donor`,
      )
    }
    c.header('content-type', contentType)
    c.header('content-disposition', `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`)
    return c.body(Uint8Array.from(bytes))
  })
