import { Hono } from 'hono'
import type { FC } from 'hono/jsx'
import { isSecretariat } from '#shared/domain/contact.ts'
import { dayAt } from '#shared/domain/dates.ts'
import { isPossible, type ReportVerb, reportStateOf } from '#shared/domain/report-life.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { readForm } from '../access/form-post.ts'
import { mendable } from '../access/mendable.ts'
import type { LifeFormProps } from '../components/report/life-form.tsx'
import { AmendPage } from '../pages/report/amend.tsx'
import { DiscardPage } from '../pages/report/discard.tsx'
import { ExtensionPage } from '../pages/report/extension.tsx'
import { ReturnPage } from '../pages/report/return.tsx'
import { VersionsPage } from '../pages/report/versions.tsx'
import { WithdrawPage } from '../pages/report/withdraw.tsx'
import { reportPath } from '../report-draft/part.ts'
import type { ReportKey, ReportSheet } from '../services.ts'
import { show } from '../show.tsx'
import { nowOf, type Visit, type VisitEnv, type Web } from '../visit.ts'
import { keyOf, readSheet, toTaskList, versionOf } from './report-sheet.ts'

type Done = 'returned' | 'accepted' | 'amending' | 'discarded' | 'withdrawn' | 'extended'

/** A decision about a report: the page that asks for it, and the use case that takes it. */
interface Decision {
  readonly verb: ReportVerb
  readonly secretariatOnly: boolean
  /** Whose version its reader decides about. */
  readonly about: 'report' | 'draft'
  readonly fields: readonly string[]
  readonly page: FC<LifeFormProps>
  readonly done: Done
  readonly decide: (
    command: ReportKey & { version: number },
    typed: Record<string, string>,
    c: Visit,
  ) => Promise<unknown>
}

/** What becomes of a report after it was written; and its versions. */
export const reportLifeRoutes = (web: Web) => {
  const { services } = web
  const returning: Decision = {
    verb: 'return',
    secretariatOnly: true,
    about: 'report',
    fields: ['comment'],
    page: ReturnPage,
    done: 'returned',
    decide: (key, { comment = '' }, c) => services.returnTwgReport({ ...key, comment }, c.var.actor, nowOf(c)),
  }
  const amending: Decision = {
    verb: 'amend',
    secretariatOnly: false,
    about: 'report',
    fields: ['reason'],
    page: AmendPage,
    done: 'amending',
    decide: (key, { reason = '' }, c) => services.amendTwgReport({ ...key, reason }, c.var.actor, nowOf(c)),
  }
  const discarding: Decision = {
    verb: 'discard',
    secretariatOnly: false,
    about: 'draft',
    fields: ['reason'],
    page: DiscardPage,
    done: 'discarded',
    decide: ({ version: draftVersion, ...key }, { reason = '' }, c) =>
      services.discardDraft({ ...key, draftVersion, reason }, c.var.actor, nowOf(c)),
  }
  const withdrawing: Decision = {
    verb: 'withdraw',
    secretariatOnly: false,
    about: 'report',
    fields: ['reason', 'draft-version'],
    page: WithdrawPage,
    done: 'withdrawn',
    decide: (key, { reason = '', 'draft-version': draftVersion = '' }, c) =>
      services.withdrawAmendment({ ...key, draftVersion: versionOf(draftVersion), reason }, c.var.actor, nowOf(c)),
  }
  const extending: Decision = {
    verb: 'extend',
    secretariatOnly: true,
    about: 'report',
    fields: ['due', 'reason'],
    page: ExtensionPage,
    done: 'extended',
    decide: ({ round, twg }, { due = '', reason = '' }, c) =>
      services.grantExtension({ round, twg, due, reason }, c.var.actor, nowOf(c)),
  }
  return new Hono<VisitEnv>()
    .get('/return', (c) => ask(c, web, returning))
    .post('/return', (c) => take(c, web, returning))
    .get('/amend', (c) => ask(c, web, amending))
    .post('/amend', (c) => take(c, web, amending))
    .get('/discard', (c) => ask(c, web, discarding))
    .post('/discard', (c) => take(c, web, discarding))
    .get('/withdraw', (c) => ask(c, web, withdrawing))
    .post('/withdraw', (c) => take(c, web, withdrawing))
    .get('/extension', (c) => ask(c, web, extending))
    .post('/extension', (c) => take(c, web, extending))
    .post('/accept', async (c) => {
      const version = versionOf((await readForm(c, ['report-version']))['report-version'])
      await services.acceptTwgReport({ ...keyOf(c), version }, c.var.actor, nowOf(c))
      return toReport(c, 'accepted')
    })
    .get('/versions', async (c) => {
      const [sheet, history] = await Promise.all([
        readSheet(c, web),
        services.readReportHistory(keyOf(c), c.var.actor, nowOf(c)),
      ])
      return show(c, <VersionsPage sheet={sheet} {...history} />)
    })
}

const toReport = (c: Visit, done: Done): Response => c.redirect(`${reportPath(keyOf(c))}?done=${done}`, 303)

const onlyForSecretariat = (c: Visit, { sector }: Web, { secretariatOnly }: Decision): void => {
  if (secretariatOnly && !isSecretariat(c.var.actor.roles, dayAt(nowOf(c), sector.timeZone)))
    throw new UserError('forbidden', say`Only the secretariat does this`)
}

const ask = async (c: Visit, web: Web, decision: Decision): Promise<Response> => {
  onlyForSecretariat(c, web, decision)
  const sheet = await readSheet(c, web)
  const { verb, about, page: Page } = decision
  const nothingWritten = about === 'draft' && !sheet.draft
  if (nothingWritten || !isPossible(verb, reportStateOf(sheet.current, sheet.draft))) return toTaskList(c)
  return show(c, <Page sheet={sheet} typed={{}} version={versionShown(decision, sheet)} />)
}

const versionShown = ({ about }: Decision, { current, draftVersion }: ReportSheet): number =>
  about === 'draft' ? draftVersion : (current?.version ?? 0)

/**
 * What cannot be taken comes back with what was typed, and decides about the version that was read. A draft is shown as it stands
 * now, so that is the one decided about.
 */
const take = async (c: Visit, web: Web, decision: Decision): Promise<Response> => {
  const { 'report-version': typedVersion = '', ...typed } = await readForm<string>(c, [
    ...decision.fields,
    'report-version',
  ])
  const version = versionOf(typedVersion)
  try {
    await decision.decide({ ...keyOf(c), version }, typed, c)
    return toReport(c, decision.done)
  } catch (error) {
    const refusal = mendable(error)
    const sheet = await readSheet(c, web)
    const Page = decision.page
    return show(
      c,
      <Page
        sheet={sheet}
        typed={typed}
        version={decision.about === 'draft' ? versionShown(decision, sheet) : version}
        refusal={refusal}
      />,
      refusal.field === undefined ? 409 : 200,
    )
  }
}
