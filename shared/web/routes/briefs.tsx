import { Hono } from 'hono'
import { isSecretariat } from '#shared/domain/contact.ts'
import { dayAt } from '#shared/domain/dates.ts'
import { briefFileName } from '#shared/render/brief-file-name.ts'
import { mendable } from '../access/mendable.ts'
import { BriefPage } from '../pages/brief/brief.tsx'
import { BriefsPage } from '../pages/brief/briefs.tsx'
import { FigurePage } from '../pages/brief/figure.tsx'
import { show } from '../show.tsx'
import { nowOf, type VisitEnv, type Web } from '../visit.ts'

/** A brief's key holds a slash (`2026-Q3/survey-clearance`), so it ends the address. */
export const briefRoutes = ({ services, sector }: Web) =>
  new Hono<VisitEnv>()
    .get('/briefs', async (c) =>
      show(c, <BriefsPage briefs={(await services.readDesk(c.var.actor, nowOf(c))).briefs} />),
    )
    .get('/briefs/pdf/:version{[0-9]{1,6}}/:key{.+}', async (c) => {
      const { key, version } = c.req.param()
      const pdf = await services.readBriefPdf(key, Number(version), c.var.actor, nowOf(c))
      c.header('content-type', 'application/pdf')
      c.header('content-disposition', `inline; filename="${briefFileName({ key, version: Number(version) })}"`)
      return c.body(Uint8Array.from(pdf))
    })
    .get('/briefs/version/:version{[1-9][0-9]{0,5}}/:key{.+}', async (c) => {
      const { key, version } = c.req.param()
      const brief = await services.readBrief(key, c.var.actor, nowOf(c), Number(version))
      return show(c, <BriefPage brief={brief} />)
    })
    .get('/briefs/behind/:version{[0-9]{1,6}}/:twg/:indicator/:column/:key{.+}', async (c) => {
      const { key, version, ...place } = c.req.param()
      const trace = await services.traceFigure({ key, version: Number(version), place }, c.var.actor, nowOf(c))
      return show(c, <FigurePage trace={trace} />)
    })
    .post('/briefs/again/:mail/:key{.+}', async (c) => {
      await services.sendBriefAgain(c.req.param('mail'), c.var.actor, nowOf(c))
      return c.redirect(`/briefs/${c.req.param('key')}#copies`, 303)
    })
    .post('/briefs/newcomer/:contact/:key{.+}', async (c) => {
      const { contact, key } = c.req.param()
      await services.sendToNewcomer({ key, contact }, c.var.actor, nowOf(c))
      return c.redirect(`/briefs/${key}#copies`, 303)
    })
    .post('/briefs/release/:key{.+}', async (c) => {
      const key = c.req.param('key')
      try {
        await services.releaseBrief(key, c.var.actor, nowOf(c))
        return c.redirect(`/briefs/${key}?released`, 303)
      } catch (error) {
        const { message } = mendable(error)
        return show(
          c,
          <BriefPage brief={await services.readBrief(key, c.var.actor, nowOf(c))} mayRelease refusal={message} />,
        )
      }
    })
    .get('/briefs/:key{.+}', async (c) => {
      const key = c.req.param('key')
      const [brief, copies, newcomers] = await Promise.all([
        services.readBrief(key, c.var.actor, nowOf(c)),
        services.readBriefCopies(key, c.var.actor, nowOf(c)),
        services.readNewcomers(key, c.var.actor, nowOf(c)),
      ])
      const amended = await services.readAmendedSince(brief)
      const mayRelease = brief.status === 'draft' && isSecretariat(c.var.actor.roles, dayAt(nowOf(c), sector.timeZone))
      const released = c.req.query('released') !== undefined
      return show(c, <BriefPage {...{ brief, copies, newcomers, amended, mayRelease, released }} />)
    })
