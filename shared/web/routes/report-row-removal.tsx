import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { formOf } from '#shared/domain/forms/index.ts'
import { readForm } from '../access/form-post.ts'
import { mendable } from '../access/mendable.ts'
import { RemoveRowPage } from '../pages/report/remove-row.tsx'
import { partNow } from '../report-draft/conflict.ts'
import { hasOneRow } from '../report-draft/part.ts'
import { show } from '../show.tsx'
import { nowOf, type VisitEnv, type Web } from '../visit.ts'
import { keyOf, readSheet, toTaskList, versionOf, whileWritten } from './report-sheet.ts'

const PATH = '/rows/:row{[1-9][0-9]{0,3}}/remove'

/** Removing a row is asked twice, and again when the draft has changed in between. */
export const reportRowRemovalRoutes = (web: Web) =>
  new Hono<VisitEnv>()
    .get(PATH, (c) =>
      whileWritten(c, web, (sheet) => {
        const index = Number(c.req.param('row')) - 1
        if (hasOneRow(sheet.form) || !sheet.draft?.rows[index]) throw new HTTPException(404)
        return show(c, <RemoveRowPage sheet={sheet} index={index} />)
      }),
    )
    .post(PATH, async (c) => {
      const form = formOf(keyOf(c).twg)
      if (!form || hasOneRow(form)) throw new HTTPException(404)
      const index = Number(c.req.param('row')) - 1
      const typed = await readForm(c, ['version', 'row-name'])
      const change = { part: { section: 'row-removal', index }, expectedVersion: versionOf(typed.version) } as const
      try {
        await web.services.saveDraftPart({ ...keyOf(c), ...change }, c.var.actor, nowOf(c))
        return toTaskList(c, 'saved')
      } catch (error) {
        const { code, message } = mendable(error)
        const sheet = await readSheet(c, web)
        if (code !== 'draft-changed') return show(c, <RemoveRowPage sheet={sheet} index={index} notice={message} />)
        const now = partNow(sheet, { section: 'row', index }, typed['row-name'])
        if (now.section !== 'row' || now.index === 'new') return toTaskList(c, 'saved')
        const { conflictTitle, conflictOwnTitle } = c.var.frame.t.report
        const saidBy = sheet.draft?.savedBy === c.var.actor.contact.name ? conflictOwnTitle : conflictTitle
        return show(c, <RemoveRowPage sheet={sheet} index={now.index} notice={saidBy} />, 409)
      }
    })
