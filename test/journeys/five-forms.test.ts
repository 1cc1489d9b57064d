import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { roundOf } from '#shared/domain/calendar/round.ts'
import type { Typed } from '#shared/domain/report.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { submitThroughPages } from '../fixtures/chair-at-work.ts'
import { header, narrative } from '../fixtures/survey-clearance.ts'
import { cannotRun, openBrowser, startSystem } from '../fixtures/system.ts'
import {
  changeOnesMind,
  discardAmendment,
  prepareReport,
  withdrawAmendment,
  writeUndisturbed,
} from './browser/detours.ts'
import { FIGURES } from './browser/figures/index.ts'
import type { Place } from './browser/figures/report-figures.ts'
import { Person, type World } from './browser/person.ts'
import {
  acceptReport,
  amendReport,
  type ReportJourney,
  returnAndMend,
  submitReport,
  writeReport,
} from './browser/report-journey.ts'

const skipped = cannotRun({ browser: true })

/** The chair of this group meets everything else besides, shared out over the two journeys to save time. */
const WITH_DETOURS = 'survey-clearance'
type Detours = Partial<Record<'before' | 'within' | 'after' | 'atLast', (journey: ReportJourney) => Promise<void>>>
const DETOURS: Readonly<Record<'with' | 'without', Detours>> = {
  with: { before: prepareReport, within: changeOnesMind, atLast: withdrawAmendment },
  without: { within: writeUndisturbed, after: discardAmendment },
}

const BEFORE = roundOf('2025-Q4', laoUxo)
const WITH: Place = {
  round: roundOf('2026-Q1', laoUxo),
  province: '09',
  provinceName: 'Xiengkhuang',
  pillar: 'survey-clearance',
}
const WITHOUT: Place = {
  round: roundOf('2026-Q2', laoUxo),
  province: '13',
  provinceName: 'Savannakhet',
  pillar: 'victim-assistance',
}

describe.skipIf(skipped)(`the five forms in a browser${skipped ? ` (${skipped})` : ''}`, () => {
  let world: World
  let browser: Browser
  beforeAll(async () => {
    world = await startSystem('2026-01-02')
    await world.sweep('2026-01-02', '00:00')
    browser = await openBrowser()
    for (const figuresOf of FIGURES) {
      const past = [WITH, WITHOUT].flatMap((place) => figuresOf(place).past ?? [])
      if (past.length > 0) await submitPast(figuresOf(WITH).twg, past)
    }
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await world?.end()
  })

  const submitPast = async (twg: string, rows: readonly Typed[]) =>
    submitThroughPages(await world.visitor(`chair@${twg}.example`), `${BEFORE.id}/${twg}`, {
      header: header({ cutOff: BEFORE.quarterEnd }),
      narrative: narrative(),
      'rows/new': rows,
    })

  describe.each([
    ['with', WITH, true],
    ['without', WITHOUT, false],
  ] as const)('%s JavaScript', (scripts, place, javaScript) => {
    let secretariat: Person
    beforeAll(async () => {
      await world.sweep(place.round.opens, '00:00')
      secretariat = await Person.signedIn(world, browser, {
        address: 'secretariat@uxo-swg.example',
        javaScript,
        width: 1280,
      })
    }, 120_000)
    afterAll(() => secretariat?.context.close())

    it.each(FIGURES.map((figuresOf) => [figuresOf(place).twg, figuresOf(place)] as const))(
      'the report of %s is written, warned about, returned, mended, accepted and amended',
      async (twg, figures) => {
        const chair = await Person.signedIn(world, browser, { address: `chair@${twg}.example`, javaScript, width: 360 })
        const journey = { chair, secretariat, place, figures }
        const { before, within, after, atLast } = (twg === WITH_DETOURS && DETOURS[scripts]) || {}
        await before?.(journey)
        await writeReport(journey)
        await within?.(journey)
        await submitReport(journey)
        await returnAndMend(journey)
        await acceptReport(journey)
        await after?.(journey)
        await amendReport(journey)
        await atLast?.(journey)
        await chair.context.close()
      },
      300_000,
    )
  })
})
