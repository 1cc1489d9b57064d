import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hiddenFields } from '#infra/rehearsal/visitor.ts'
import { header } from '../fixtures/survey-clearance.ts'
import { cannotRun, openBrowser, startSystem } from '../fixtures/system.ts'
import { typedIn } from '../web/markup.ts'

const skipped = cannotRun({ browser: true })
const ADDRESS = 'chair@survey-clearance.example'
const REPORT = '/reports/2026-Q1/survey-clearance'

const hiddenAndTyped = (html: string): Record<string, string> => ({
  ...hiddenFields(html),
  clearedBy: typedIn(html, 'clearedBy') ?? '',
})

describe.skipIf(skipped)(`a chair in a browser${skipped ? ` (${skipped})` : ''}`, () => {
  let world: Awaited<ReturnType<typeof startSystem>>
  let browser: Browser
  beforeAll(async () => {
    world = await startSystem('2026-01-02')
    await world.sweep('2026-01-02', '00:00')
    await world.sweep('2026-04-01', '00:00')
    browser = await openBrowser()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await world?.end()
  })

  const fill = async (page: Page, values: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, value] of Object.entries(values)) await page.locator(`main [name="${name}"]`).fill(value)
  }
  const send = (page: Page) =>
    Promise.all([page.waitForEvent('load'), page.locator('main form button').first().click()])

  for (const javaScriptEnabled of [true, false]) {
    it(`signs in by the mailed link, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
      const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } })
      const page = await context.newPage()
      await page.goto(world.webUrl + REPORT)
      await fill(page, { email: ADDRESS })
      await send(page)
      await world.settle()
      const mail = (await world.mailsTo(ADDRESS)).at(-1)
      const link = /https?:\S+\/sign-in\/link\/\S+/.exec(mail?.text ?? '')?.[0] ?? ''
      await page.goto(link)
      await page.goto(link)
      await send(page)
      expect(new URL(page.url()).pathname).toBe(REPORT)
      await context.close()
    })
  }

  it('saves by itself, keeps what a cut line held back, and shows what somebody else wrote meanwhile', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
    let page = await context.newPage()
    await page.goto(`${world.webUrl}/sign-in?next=${REPORT}/header`)
    await fill(page, { email: ADDRESS })
    await send(page)
    await fill(page, { code: await world.codeFor(ADDRESS) })
    await send(page)
    const saysSo = (words: RegExp) => page.locator('.app-draft', { hasText: words }).waitFor()
    const clearedBy = () => page.locator('[name="clearedBy"]')
    const chair = await world.visitor(ADDRESS)
    const stored = async () => hiddenAndTyped(await chair.page(`${REPORT}/header`))

    await clearedBy().fill('First')
    await saysSo(/^Saved \d/)
    expect((await stored()).clearedBy).toBe('First')

    await context.setOffline(true)
    await clearedBy().fill('Second')
    await saysSo(/^Not sent yet/)
    await context.setOffline(false)
    await saysSo(/^Saved \d/)
    expect((await stored()).clearedBy).toBe('Second')

    await context.setOffline(true)
    await clearedBy().fill('Third')
    await saysSo(/^Not sent yet/)
    await page.close()
    await context.setOffline(false)
    page = await context.newPage()
    await page.goto(`${world.webUrl}${REPORT}/header`)
    expect(await clearedBy().inputValue()).toBe('Third')
    await saysSo(/^Saved \d/)
    expect((await stored()).clearedBy).toBe('Third')
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])

    await chair.post(`${REPORT}/header`, { ...header(), ...(await stored()), clearedBy: 'Theirs' })
    await clearedBy().fill('Mine')
    const notice = page.locator('.govuk-notification-banner')
    await notice.waitFor()
    expect(await notice.innerText()).toMatch(/Theirs\s+Mine/)
    expect(await clearedBy().inputValue()).toBe('Mine')
    expect((await stored()).clearedBy).toBe('Theirs')

    page.once('dialog', (asked) => asked.accept())
    await page.locator('[action="/sign-out"] button').click()
    await page.waitForURL(/sign-in\?ended/)
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
    await context.close()
  }, 60_000)
})
