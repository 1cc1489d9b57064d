import { Hono } from 'hono'
import { MOVEMENT_COLUMNS } from '#shared/domain/ledger/import/movement-table.ts'
import { readUpload } from '../../access/file-upload.ts'
import { mendable } from '../../access/mendable.ts'
import { ImportPage, ImportsPage } from '../../pages/ledger/imports.tsx'
import { show } from '../../show.tsx'
import { nowOf, type VisitEnv, type Web } from '../../visit.ts'

/** Files of contributions: checked first, then recorded as a whole. */
export const importRoutes = ({ services }: Web) =>
  new Hono<VisitEnv>()
    .get('/funding/imports', async (c) =>
      show(c, <ImportsPage imports={await services.listImports(c.var.actor, nowOf(c))} source="" />),
    )
    .get('/funding/imports/template.csv', (c) => {
      c.header('content-type', 'text/csv; charset=utf-8')
      c.header('content-disposition', 'attachment; filename="contributions-template.csv"')
      return c.body(`${MOVEMENT_COLUMNS.join(',')}\r\n`)
    })
    .post('/funding/imports', async (c) => {
      const { name, text, fields } = await readUpload(c, 'file', ['source'])
      const { source } = fields
      const imports = await services.listImports(c.var.actor, nowOf(c))
      try {
        const checked = await services.checkImport({ name, csv: text, source }, c.var.actor, nowOf(c))
        if ('file' in checked) return c.redirect(`/funding/imports/${checked.file.id}`, 303)
        return show(c, <ImportsPage imports={imports} source={source} mistakes={checked.mistakes} />)
      } catch (error) {
        return show(c, <ImportsPage imports={imports} source={source} refusal={mendable(error)} />)
      }
    })
    .get('/funding/imports/:id', async (c) =>
      show(c, <ImportPage file={await services.readImport(c.req.param('id'), c.var.actor, nowOf(c))} />),
    )
    .post('/funding/imports/:id/record', async (c) => {
      const id = c.req.param('id')
      await services.startImport(id, c.var.actor, nowOf(c))
      return c.redirect(`/funding/imports/${id}`, 303)
    })
