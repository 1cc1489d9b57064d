import { expect } from 'vitest'
import { formOf } from '#shared/domain/forms/index.ts'
import { tableColumns } from '#shared/domain/forms/table.ts'
import type { Typed } from '#shared/domain/report.ts'
import { header, narrative } from '../../fixtures/survey-clearance.ts'
import type { Change, Place, ReportFigures } from './figures/report-figures.ts'
import type { Person } from './person.ts'

/** The chair of a TWG and the secretariat at work on one report, each in their own browser. */
export interface ReportJourney {
  readonly chair: Person
  readonly secretariat: Person
  readonly place: Place
  readonly figures: ReportFigures
}

const COMMENT = 'Teams worked in a second district from January.'
const WORDS = 'ເກັບກູ້ແຂວງຊຽງຂວາງ <b>done</b>'

export const pathOf = ({ place, figures }: ReportJourney): string => `/reports/${place.round.id}/${figures.twg}`
export const referenceOf = (journey: ReportJourney, version: number): string =>
  `${journey.place.round.id}/${journey.figures.twg}/v${version}`

/** From the desk into the report: who answers for it, its rows with a mistake on the way, its words. */
export const writeReport = async (journey: ReportJourney): Promise<void> => {
  const { chair, place, figures } = journey
  await chair.press(figures.name)
  expect(chair.path).toBe(pathOf(journey))
  for (const date of ['Due', 'Late from', 'Closed']) expect(await chair.words()).toContain(date)
  await chair.press('About this report')
  await chair.type(header({ cutOff: place.round.quarterEnd }))
  await chair.press('Save')
  await chair.sees('It is a draft until you submit it')
  await writeRow(journey)
  if (figures.pasted) await pasteRows(chair, figures.twg, figures.pasted)
  await chair.press('In words')
  await chair.type(narrative({ achievements: WORDS }))
  await chair.press('Save')
}

const writeRow = async ({ chair, figures }: ReportJourney): Promise<void> => {
  const { row, blocked } = figures
  const isOnly = formOf(figures.twg)?.rows?.most === 1
  await chair.press(isOnly ? figures.rowName : 'Add a row')
  if (row.kind) {
    await chair.type({ kind: row.kind })
    await chair.press('Continue')
  }
  await chair.type({ ...row, ...blocked.typed })
  await chair.press('Save')
  expect(await chair.words('.govuk-error-summary')).toContain(blocked.says)
  const [path = '', value = ''] = Object.entries(blocked.typed)[0] ?? []
  expect(await chair.valueOf(path)).toBe(value)
  await chair.page.locator('.govuk-error-summary a').first().click()
  expect(await chair.page.locator(':focus').getAttribute('name')).toBe(blocked.leadsTo)
  await chair.type({ [path]: row[path] ?? '' })
  await chair.press('Save')
  await chair.sees(figures.rowName)
}

/** As a spreadsheet copies cells: tabs between, a line of headings first. */
const pasteRows = async (chair: Person, twg: string, rows: readonly Typed[]): Promise<void> => {
  const form = formOf(twg)?.rows
  const columns = form ? tableColumns(form) : []
  const lines = [
    columns.map(({ heading }) => heading),
    ...rows.map((row) => columns.map(({ field }) => row[field.path] ?? '')),
  ]
  await chair.press('Enter the table from a spreadsheet')
  await chair.type({ table: lines.map((cells) => cells.join('\t')).join('\n') })
  await chair.press('See what would change')
  await chair.sees(`${rows.length} ${rows.length === 1 ? 'row' : 'rows'} added`)
  await chair.press('Change the rows')
}

/** Everything once more, a comment on what is unusual, and the receipt: on the page and by mail. */
export const submitReport = async (journey: ReportJourney): Promise<void> => {
  const { chair, figures } = journey
  await chair.press('Check and submit')
  await chair.sees(figures.warned)
  await chair.press('Submit the report')
  expect(await chair.words('.govuk-error-summary')).toContain('Say why in a few words')
  for (const comment of await chair.page.locator('main textarea').all()) await comment.fill(COMMENT)
  await chair.press('Submit the report')
  await seesReceipt(journey, 1)
  await chair.sees(WORDS, COMMENT, ...figures.shown)
  const mail = await lastMail(journey)
  for (const words of [WORDS, COMMENT, ...figures.shown]) expect(mail).toContain(words)
}

const seesReceipt = async (journey: ReportJourney, version: number): Promise<void> => {
  expect(journey.chair.path).toBe(`${pathOf(journey)}/receipt/${version}`)
  await journey.chair.sees('Report submitted', referenceOf(journey, version))
  expect(await lastMail(journey)).toContain(referenceOf(journey, version))
}

const lastMail = async ({ chair }: ReportJourney): Promise<string> => {
  await chair.world.settle()
  return (await chair.world.mailsTo(chair.seat.address)).at(-1)?.text ?? ''
}

/** The secretariat sends it back; the chair reads why, mends a figure and submits again. */
export const returnAndMend = async (journey: ReportJourney): Promise<void> => {
  const { chair, secretariat, figures } = journey
  const comment = `Is ${figures.rowName} <complete>?`
  await secretariat.open('/')
  await secretariat.press(new RegExp(`^Accept or return: ${figures.name}, ${journey.place.round.id}, version`))
  await secretariat.press('Return it with a comment')
  await secretariat.press('Return the report')
  expect(await secretariat.words('.govuk-error-summary')).not.toBe('')
  await secretariat.type({ comment })
  await secretariat.press('Return the report')
  await secretariat.sees('The report is returned.')
  expect(await lastMail(journey)).toContain(comment)
  await chair.open('/')
  await chair.press(figures.name)
  await chair.sees(comment)
  await changeAndSubmit(journey, figures.mended, 2)
}

/** The row opens with what was sent, one figure is changed, and the list of versions says which. */
const changeAndSubmit = async (journey: ReportJourney, { typed, line }: Change, version: number): Promise<void> => {
  const { chair, figures } = journey
  await chair.press(figures.rowName)
  await chair.type(typed)
  await chair.press('Save')
  await chair.press('Check and submit')
  await chair.press('Submit the report')
  await seesReceipt(journey, version)
  await chair.press('All versions and what changed')
  expect(await chair.lines(`changes-${version}`)).toEqual([line])
}

/** The secretariat accepts, and the chair is told. */
export const acceptReport = async (journey: ReportJourney): Promise<void> => {
  const { chair, secretariat, figures } = journey
  await secretariat.open('/')
  await secretariat.press(new RegExp(`^Accept or return: ${figures.name}, ${journey.place.round.id}, version`))
  await secretariat.press('Accept the report')
  await secretariat.sees('The report is accepted.')
  expect(await lastMail(journey)).toContain('accepted')
  await chair.open(pathOf(journey))
  await chair.sees('Accepted by Secretariat')
}

/** The chair finds later that a figure of the accepted report must be replaced. */
export const amendReport = async (journey: ReportJourney): Promise<void> => {
  const { chair, figures } = journey
  const reason = 'IMSMA was corrected'
  await chair.open(pathOf(journey))
  await chair.press('Amend the accepted report')
  await chair.type({ reason })
  await chair.press('Open it as a draft')
  await chair.sees(`Until the draft below is submitted, ${referenceOf(journey, 2)} stays the report`)
  await changeAndSubmit(journey, figures.amended, 3)
  await chair.sees(`${reason} (begun by`)
}
