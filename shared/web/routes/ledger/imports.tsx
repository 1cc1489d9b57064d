import { Hono } from 'hono'
import { hasLostCharacters, isWorkbook } from '#shared/domain/file-text.ts'
import { MOVEMENT_COLUMNS } from '#shared/domain/ledger/import/movement-table.ts'
import { fileName, readForm } from '../../access/form-post.ts'
import { mendable } from '../../access/mendable.ts'
import { ImportPage, ImportsPage } from '../../pages/ledger/imports.tsx'
import { show } from '../../show.tsx'
import { nowOf, type VisitEnv, type Web } from '../../visit.ts'

const LOOKS_AGAIN_IN_SECONDS = 5

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
      const { file, source } = await readForm(c, ['file', 'source'])
      const imports = await services.listImports(c.var.actor, nowOf(c))
      if (isWorkbook(file) || hasLostCharacters(file)) {
        const { workbook, encoding } = c.var.frame.t.imports
        const refusal = { code: 'invalid', message: isWorkbook(file) ? workbook : encoding, field: 'file' }
        return show(c, <ImportsPage imports={imports} source={source} refusal={refusal} />)
      }
      try {
        const checked = await services.checkImport(
          { name: await fileName(c, 'file'), csv: file, source },
          c.var.actor,
          nowOf(c),
        )
        if ('file' in checked) return c.redirect(`/funding/imports/${checked.file.id}`, 303)
        return show(
          c,
          <ImportsPage imports={imports} source={source} mistakes={checked.mistakes} found={checked.found} />,
        )
      } catch (error) {
        return show(c, <ImportsPage imports={imports} source={source} refusal={mendable(error)} />)
      }
    })
    .get('/funding/imports/:id', async (c) => {
      const sheet = await services.readImport(c.req.param('id'), c.var.actor, nowOf(c))
      const looksAgainIn =
        sheet.file.status === 'writing' && c.req.query('stay') === undefined ? LOOKS_AGAIN_IN_SECONDS : undefined
      if (looksAgainIn !== undefined) c.header('refresh', String(looksAgainIn))
      return show(c, <ImportPage {...sheet} looksAgainIn={looksAgainIn} />)
    })
    .post('/funding/imports/:id/record', async (c) => {
      const id = c.req.param('id')
      try {
        await services.startImport(id, c.var.actor, nowOf(c))
        return c.redirect(`/funding/imports/${id}`, 303)
      } catch (error) {
        const refusal = mendable(error)
        return show(c, <ImportPage {...(await services.readImport(id, c.var.actor, nowOf(c)))} refusal={refusal} />)
      }
    })
