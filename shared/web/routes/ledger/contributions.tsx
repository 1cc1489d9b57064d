import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { isSecretariat } from '#shared/domain/contact.ts'
import { dayAt } from '#shared/domain/dates.ts'
import { donorsOf, mayRecord } from '#shared/domain/ledger/access.ts'
import { ContributionMistakes, FormRecorded } from '#shared/domain/ledger/mistakes.ts'
import type { Mistake } from '#shared/domain/ledger/read-movement.ts'
import { typeOut } from '#shared/domain/ledger/type-out.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { readForm } from '../../access/form-post.ts'
import { mendable } from '../../access/mendable.ts'
import type { ContributionView } from '../../ledger-services.ts'
import { ContributionPage } from '../../pages/ledger/contribution.tsx'
import { CorrectContributionPage, RecordContributionPage } from '../../pages/ledger/record-contribution.tsx'
import { WithdrawContributionPage } from '../../pages/ledger/withdraw-contribution.tsx'
import { show } from '../../show.tsx'
import { type Guard, nowOf, type Visit, type VisitEnv, type Web } from '../../visit.ts'
import { emptyContribution, oneMore, readContributionForm } from './contribution-form.ts'

/** Every mistake at its field, or the one thing that stands in the way. */
const mistakesIn = (error: unknown): readonly Mistake[] => {
  if (error instanceof ContributionMistakes) return error.mistakes
  const { message, field = '' } = mendable(error)
  return [{ field, message }]
}

/** What was done to a contribution after the version that somebody looked at, the latest first. */
const changesSince = ({ version, history }: ContributionView, seen: number) =>
  history.filter(({ what }) => what !== 'confirmed').slice(0, version - seen)

/** Contributions: read, recorded, corrected. */
export const contributionRoutes = ({ services, sector }: Web) => {
  const standing = (c: Visit) => {
    const today = dayAt(nowOf(c), sector.timeZone)
    return { secretariat: isSecretariat(c.var.actor.roles, today), own: donorsOf(c.var.actor.roles, today) }
  }
  const onlyRecorders: Guard = async (c, next) => {
    if (!mayRecord(c.var.actor.roles, dayAt(nowOf(c), sector.timeZone))) throw new HTTPException(403)
    return next()
  }
  const correctable = async (c: Visit, id: string) => {
    const view = await services.readContribution(id, c.var.actor, nowOf(c))
    if (!view.mayCorrect) throw new HTTPException(403)
    return view
  }
  return new Hono<VisitEnv>()
    .get('/funding/contributions/new', onlyRecorders, (c) => {
      const { secretariat, own } = standing(c)
      const [donor] = sector.donorSeat.donors.filter(({ id }) => own.includes(id))
      const typed = emptyContribution(c.req.query('donor') ?? donor?.name ?? '')
      return show(c, <RecordContributionPage form={nowOf(c)} typed={typed} mistakes={[]} secretariat={secretariat} />)
    })
    .post('/funding/contributions/new', onlyRecorders, async (c) => {
      const { secretariat } = standing(c)
      const { opened, add, new_donor: newDonor } = await readForm(c, ['opened', 'add', 'new_donor'])
      const typed = await readContributionForm(c)
      const again = (mistakes: readonly Mistake[], shown = typed, own: { form?: string; recorded?: string } = {}) => {
        const fields = { form: opened, typed: shown, mistakes, secretariat, ...own }
        return show(c, <RecordContributionPage {...fields} />)
      }
      if (add !== '') return again([], oneMore(typed))
      try {
        const id = await services.enterContribution({ form: opened, typed, newDonor }, c.var.actor, nowOf(c))
        return c.redirect(`/funding/contributions/${id}?done=recorded`, 303)
      } catch (error) {
        // Sent once more, it is a form of its own: what was typed is not lost to what was recorded before.
        const anew = error instanceof FormRecorded ? { form: nowOf(c), recorded: error.contribution } : {}
        return again(mistakesIn(error), typed, anew)
      }
    })
    .get('/funding/contributions/:id', async (c) => {
      const view = await services.readContribution(c.req.param('id'), c.var.actor, nowOf(c))
      const { recorded, corrected } = c.var.frame.t.ledger
      return show(c, <ContributionPage view={view} notice={{ recorded, corrected }[c.req.query('done') ?? '']} />)
    })
    .get('/funding/contributions/:id/correct', async (c) => {
      const { contribution, movements, takenBack, version } = await correctable(c, c.req.param('id'))
      const restores = contribution.withdrawn !== undefined
      const typed = typeOut(contribution, restores ? takenBack : movements)
      const about = { id: contribution.id, restores, version, reason: '' }
      return show(c, <CorrectContributionPage {...about} typed={typed} mistakes={[]} {...standing(c)} />)
    })
    .post('/funding/contributions/:id/correct', onlyRecorders, async (c) => {
      const id = c.req.param('id')
      const { secretariat } = standing(c)
      const { version, reason, add, restores, new_donor } = await readForm(c, [
        'version',
        'reason',
        'add',
        'restores',
        'new_donor',
      ])
      const typed = await readContributionForm(c)
      const command = { id, version: Number(version), reason, typed, newDonor: new_donor }
      const shown = { ...command, restores: restores !== '', secretariat }
      if (add !== '') return show(c, <CorrectContributionPage {...shown} typed={oneMore(typed)} mistakes={[]} />)
      try {
        await services.correctContribution(command, c.var.actor, nowOf(c))
        return c.redirect(`/funding/contributions/${id}?done=corrected`, 303)
      } catch (error) {
        const mistakes = mistakesIn(error)
        if (!(error instanceof UserError && error.code === 'changed'))
          return show(c, <CorrectContributionPage {...shown} mistakes={mistakes} />)
        const view = await correctable(c, id)
        const now = { version: view.version, restores: view.contribution.withdrawn !== undefined }
        const theirs = changesSince(view, command.version)
        return show(c, <CorrectContributionPage {...shown} {...now} theirs={theirs} mistakes={mistakes} />)
      }
    })
    .get('/funding/contributions/:id/withdraw', async (c) => {
      const view = await correctable(c, c.req.param('id'))
      if (view.contribution.withdrawn) return c.redirect(`/funding/contributions/${view.contribution.id}`, 303)
      return show(c, <WithdrawContributionPage view={view} reason="" />)
    })
    .post('/funding/contributions/:id/withdraw', onlyRecorders, async (c) => {
      const id = c.req.param('id')
      const { version, reason } = await readForm(c, ['version', 'reason'])
      try {
        await services.withdrawContribution({ id, version: Number(version), reason }, c.var.actor, nowOf(c))
        return c.redirect(`/funding/contributions/${id}`, 303)
      } catch (error) {
        const refusal = mendable(error)
        return show(c, <WithdrawContributionPage view={await correctable(c, id)} reason={reason} refusal={refusal} />)
      }
    })
}
