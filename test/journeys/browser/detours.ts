import { expect } from 'vitest'
import { hiddenFields } from '#infra/rehearsal/visitor.ts'
import { dayInWords } from '#shared/domain/day-in-words.ts'
import { pathOf, type ReportJourney, referenceOf } from './report-journey.ts'

const AGREED = 'Agree on one list of priorities <all>'

/** Before the chair begins: the secretariat records what a meeting agreed on, and gives the group more time. */
export const prepareReport = async (journey: ReportJourney): Promise<void> => {
  const { secretariat, place, figures } = journey
  await secretariat.open('/actions/new')
  await secretariat.type({
    group: figures.twg,
    text: AGREED,
    owner: 'NRA',
    due: dayInWords(place.round.closed),
  })
  await secretariat.press('Add the action point')
  await secretariat.open(pathOf(journey))
  await secretariat.press('Grant an extension')
  await secretariat.press('Grant the extension')
  expect(await secretariat.words('.govuk-error-summary')).not.toBe('')
  await secretariat.type({ due: dayInWords(place.round.closed), reason: 'Floods in the north' })
  await secretariat.press('Grant the extension')
  await secretariat.sees('The extension is granted.')
}

/** What was agreed is followed up, where a delay needs its note. */
const followUp = async ({ chair }: ReportJourney): Promise<void> => {
  await chair.press('Action points')
  await chair.sees(AGREED)
  const status = (await chair.page.locator('main [name$=".status"]').first().getAttribute('name')) ?? ''
  await chair.type({ [status]: 'delayed' })
  await chair.press('Save')
  expect(await chair.words('.govuk-error-summary')).toContain('say in the note why')
  await chair.type({ [status]: 'done' })
  await chair.press('Save')
}

/** A point delayed is done after all, a nil return is taken back, a row begun by mistake removed. What was entered stays. */
export const changeOnesMind = async (journey: ReportJourney): Promise<void> => {
  const { chair, figures } = journey
  await followUp(journey)
  await chair.press('Declare a nil return')
  await chair.type({ nil: 'yes', reason: 'No activity' })
  await chair.press('Save')
  await chair.sees('What you entered stays in the draft')
  await chair.press('Change it or take it back')
  await chair.page.locator('main [name="nil"]').uncheck()
  await chair.press('Save')
  await chair.press('Add a row')
  await chair.type({ province: '01' })
  await chair.press('Save')
  await chair.press('go on and mend it later')
  await chair.press(/^\s*Remove Vientiane Capital/)
  await chair.press('Remove the row')
  await chair.sees(figures.rowName)
}

/** The alternate saves while the chair writes, and the chair's sign-in ends: both times the chair's own text is kept. */
export const writeUndisturbed = async (journey: ReportJourney): Promise<void> => {
  const { chair, figures } = journey
  const part = `${pathOf(journey)}/header`
  const alternate = await chair.world.visitor(`alternate@${figures.twg}.example`)
  await chair.open(part)
  const cutOff = await chair.valueOf('cutOff')
  const typed = { preparedBy: 'The alternate', clearedBy: 'NRA', cutOff, dataSource: 'imsma', status: 'verified' }
  await alternate.post(part, { ...hiddenFields(await alternate.page(part)), ...typed })
  await chair.type({ preparedBy: 'The chair' })
  await chair.press('Save')
  await chair.sees('Somebody else saved in the meantime', 'The alternate', 'The chair')
  const cookies = await chair.context.cookies()
  await chair.context.clearCookies()
  await chair.press('Save')
  await chair.sees('Your session has ended', 'The chair')
  await chair.context.addCookies(cookies)
  await chair.press('Send what I typed')
  expect(await (await alternate.page(part)).includes('value="The chair"')).toBe(true)
}

/** An amendment begun by mistake is given up: the accepted version stands as it did. */
export const discardAmendment = async (journey: ReportJourney): Promise<void> => {
  const { chair } = journey
  await chair.open(pathOf(journey))
  await chair.press('Amend the accepted report')
  await chair.type({ reason: 'Meant for another quarter' })
  await chair.press('Open it as a draft')
  await chair.press('Discard the amendment')
  await chair.press('Discard the amendment')
  expect(await chair.words('.govuk-error-summary')).toContain('Say why')
  await chair.type({ reason: 'Begun by mistake' })
  await chair.press('Discard the amendment')
  await chair.sees('The draft is discarded.', `Submitted: ${referenceOf(journey, 2)}`)
  await chair.press('All versions and what changed')
  await chair.sees('Begun by mistake', 'Meant for another quarter')
}

/** The secretariat returns the amendment, and the chair gives it up: what was accepted stands again. */
export const withdrawAmendment = async (journey: ReportJourney): Promise<void> => {
  const { chair, secretariat } = journey
  await secretariat.open(pathOf(journey))
  await secretariat.press('Return it with a comment')
  await secretariat.type({ comment: 'Was the first figure wrong?' })
  await secretariat.press('Return the report')
  await chair.open(pathOf(journey))
  await chair.sees('Was the first figure wrong?')
  await chair.press('Withdraw the amendment')
  await chair.press('Withdraw the amendment')
  expect(await chair.words('.govuk-error-summary')).toContain('Say why')
  await chair.type({ reason: 'It was right' })
  await chair.press('Withdraw the amendment')
  await chair.sees('The amendment is withdrawn.', `Submitted: ${referenceOf(journey, 2)}`, 'It stands again')
  await chair.press('All versions and what changed')
  await chair.sees('It was right')
}
