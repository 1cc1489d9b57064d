import { describe, expect, test } from 'vitest'
import { completeDraft, consistentRow, header } from '../fixtures/survey-clearance.ts'
import { surveyReport, surveyRow } from '../fixtures/survey-report.ts'
import { violationsOn } from '../journeys/browser/violations.ts'
import { actionPoint, type FakeState, secretariat } from './fake-services.ts'
import { type AtBrowser, inBrowser, noBrowser } from './in-browser.ts'

const REPORT = '/reports/2026-Q1/survey-clearance'
const TYPED = 'The rain came early'

describe.skipIf(noBrowser)(`text on a lost line${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  const at = inBrowser()
  /** Typed on a page, and left while there is no line. */
  const typedOffline = async (one: AtBrowser, path: string, field: string, text = TYPED) => {
    await one.page.goto(path)
    await one.cutLine(true)
    await one.page.locator(`main [name="${field}"]`).first().fill(text)
    await one.leaveCut()
    await one.cutLine(false)
  }
  const notice = ({ page }: AtBrowser) => page.locator('#unsent-texts')

  test.each(['', '/check', '/header'])(
    'is spoken of on the page “%s” of its report, with the way to its own',
    async (path) => {
      const one = await at()
      await typedOffline(one, `${REPORT}/narrative`, 'challenges')
      await one.page.goto(REPORT + path)
      expect(await notice(one).textContent()).toContain(
        'Text you typed on “In words” was not sent yet: open it to send it',
      )
      await notice(one).locator('summary').click()
      expect(await notice(one).textContent()).toContain(TYPED)
      expect(await violationsOn(one.page, true)).toEqual([])
      await notice(one).locator('a').click()
      await one.page.locator('.app-draft', { hasText: 'Saved' }).waitFor()
      expect(one.state.draft?.narrative.challenges).toBe(TYPED)
      await one.page.goto(REPORT + path)
      expect(await notice(one).count()).toBe(0)
    },
  )

  test('holds the submission back until it is sent or thrown away', async () => {
    const one = await at()
    await typedOffline(one, `${REPORT}/narrative`, 'challenges')
    await one.page.goto(`${REPORT}/check`)
    const button = one.page.locator('main form button', { hasText: 'Submit' })
    await button.click()
    expect(one.page.url()).toContain('/check')
    expect(await notice(one).evaluate((element) => element === document.activeElement)).toBe(true)
    await notice(one).locator('button').click()
    expect(await one.kept()).toEqual([])
    await Promise.all([one.page.waitForEvent('load'), button.click()])
    expect(one.page.url()).toContain('/submit')
  })

  test('can still be copied, and is thrown away by a press, when the report takes no more', async () => {
    const one = await at()
    await typedOffline(one, `${REPORT}/narrative`, 'challenges')
    one.state.phase = 'closed'
    await one.page.goto(REPORT)
    await notice(one).locator('summary').click()
    expect(await notice(one).textContent()).toMatch(/takes no more.+Challenges.*: The rain came early/s)
    await notice(one).locator('button').click()
    expect(await notice(one).count()).toBe(0)
    expect(await one.kept()).toEqual([])
  })

  test('is sent before one is signed out, and nothing of it stays in the browser', async () => {
    const one = await at()
    await typedOffline(one, `${REPORT}/narrative`, 'challenges')
    await one.page.goto(`${REPORT}/header`)
    await one.page.locator('[name="clearedBy"]').fill('The very last')
    await one.page.locator('[action="/sign-out"] button').click()
    await one.page.waitForURL(/sign-in\?ended/)
    expect(one.state.draft).toMatchObject({ header: { clearedBy: 'The very last' }, narrative: { challenges: TYPED } })
    expect(one.state.calls.at(-1)?.name).toBe('signOut')
    expect(await one.kept()).toEqual([])
  })

  test('is asked about before one is signed out where only its own button sends it', async () => {
    const one = await at()
    await one.page.goto(`${REPORT}/nil`)
    await one.page.locator('[name="reason"]').fill(TYPED)
    const asked = one.page.waitForEvent('dialog')
    const pressed = one.page.locator('[action="/sign-out"] button').click()
    const dialog = await asked
    expect(dialog.message()).toContain('It will be lost. Sign out all the same?')
    await dialog.dismiss()
    await pressed
    expect(one.page.url()).toContain('/nil')
    expect(await one.kept()).toHaveLength(1)
  })

  const current = surveyReport([surveyRow('09', 'UXO Lao')])
  const byHand: [path: string, own: Partial<FakeState>][] = [
    ['return', { actor: secretariat, current: { ...current, status: 'submitted' }, draft: undefined }],
    ['extension', { actor: secretariat }],
    ['amend', { current: { ...current, status: 'accepted' }, draft: undefined }],
  ]
  test.each(byHand)('on the page “%s” stays there, though nothing of it saves by itself', async (path, own) => {
    const one = await at(own)
    await one.page.goto(`${REPORT}/${path}`)
    const field = () => one.page.locator('main textarea').first()
    await one.cutLine(true)
    await field().fill(TYPED)
    await one.page.locator('main form button').last().click()
    await one.page.locator('.app-draft', { hasText: 'there is no connection' }).waitFor()
    expect(await field().inputValue()).toBe(TYPED)
    await one.leaveCut()
    await one.cutLine(false)
    await one.page.goto(`${REPORT}/${path}`)
    expect(await field().inputValue()).toBe(TYPED)
    expect(await one.page.locator('.app-draft').textContent()).toContain('back in the form')
  })

  const bySelf: [path: string, tick: string, field: string][] = [
    ['check', '', 'textarea'],
    ['nil', '[name="nil"]', '[name="reason"]'],
    ['actions', '[value="delayed"]', '[name="a1b2c3.note"]'],
  ]
  test.each(bySelf)(
    'on the page “%s” is saved by itself, and once more when the line is back',
    async (path, tick, field) => {
      const one = await at({ actionPoints: [actionPoint()] })
      await one.page.goto(`${REPORT}/${path}`)
      const line = one.page.locator('.app-draft')
      expect(await line.textContent()).toBe('What you type is saved by itself.')
      if (tick) await one.page.locator(`main ${tick}`).check()
      await one.page.locator(`main ${field}`).first().fill('Before')
      await one.page.locator('.app-draft', { hasText: /^Saved/ }).waitFor()
      const draft = () => JSON.stringify(one.state.draft)
      expect(draft()).toContain('"Before"')
      await one.cutLine(true)
      await one.page.locator(`main ${field}`).first().fill(TYPED)
      await one.page.locator('.app-draft', { hasText: 'there is no connection' }).waitFor()
      await one.leaveCut()
      await one.cutLine(false)
      await one.page.goto(`${REPORT}/${path}`)
      await one.page.locator('.app-draft', { hasText: /^Saved/ }).waitFor()
      expect(await one.page.locator(`main ${field}`).first().inputValue()).toBe(TYPED)
      expect(draft()).toContain(`"${TYPED}"`)
      expect(await one.kept()).toEqual([])
    },
  )

  test('of comments is submitted by the button while it is on its way', async () => {
    const one = await at()
    await one.page.goto(`${REPORT}/check`)
    const boxes = await one.page.locator('main textarea').all()
    for (const box of boxes) await box.fill(TYPED)
    const button = one.page.locator('main form button', { hasText: 'Submit' })
    await one.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await button.click()
    await one.page.waitForURL(/receipt/)
    expect(one.state.current).toBeDefined()
    expect(await one.kept()).toEqual([])
  })

  test('is forgotten once its button has sent it', async () => {
    const one = await at()
    await typedOffline(one, `${REPORT}/nil`, 'reason')
    await one.page.goto(`${REPORT}/nil`)
    await one.page.locator('[name="nil"]').check()
    await Promise.all([one.page.waitForEvent('load'), one.page.locator('main form button').click()])
    expect(one.state.draft?.nil).toEqual({ reason: TYPED })
    expect(await one.kept()).toEqual([])
  })

  test.each(['', '/rows/1', '/check', '/versions', '/actions', '/receipt/1'])(
    'one endless word makes no page wider than a phone: “%s”',
    async (path) => {
      const word = 'w'.repeat(200)
      const row = consistentRow({ operator: word })
      const one = await at({
        draft: completeDraft({ rows: [row], header: header({ clearedBy: word }) }),
        actionPoints: [actionPoint({ text: word })],
        ...(path.startsWith('/receipt') ? { current: surveyReport([surveyRow('09', word)], word) } : {}),
      })
      await one.page.goto(REPORT + path)
      const wide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      expect(await one.page.evaluate(wide)).toBe(0)
      await one.page.goto('/actions')
      expect(await one.page.evaluate(wide)).toBe(0)
      await one.page.goto('/')
      expect(await one.page.evaluate(wide)).toBe(0)
    },
  )
})
