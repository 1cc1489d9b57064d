import { describe, expect, test } from 'vitest'
import { violationsOn } from '../journeys/browser/violations.ts'
import { type AtBrowser, inBrowser, noBrowser } from './in-browser.ts'

const REPORT = '/reports/2026-Q1/survey-clearance'
const TYPED = 'The rain came early'
const cuts = [
  ['the browser knows of it', 'cutLine'],
  ['the browser believes in the line', 'dropLine'],
] as const

describe.skipIf(noBrowser)(`a button pressed without a line${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  const at = inBrowser()
  const on = async (path: string) => {
    const one = await at()
    await one.page.goto(path)
    return one
  }
  const button = ({ page }: AtBrowser) => page.locator('main form button').last()
  const notice = ({ page }: AtBrowser) => page.locator('#no-line')

  describe.each(cuts)('(%s)', (_, cut) => {
    test.each([
      ['header', '[name="clearedBy"]'],
      ['rows/1', '[name="teams"]'],
      ['rows/new', '[name="teams"]'],
      ['check', 'textarea'],
    ])('stays on the page “%s” with its text, says so, and goes on when the line is back', async (path, field) => {
      const one = await on(`${REPORT}/${path}`)
      await one[cut](true)
      await one.page.locator(`main ${field}`).first().fill(TYPED)
      await button(one).click()
      await one.page.locator('.app-draft', { hasText: 'there is no connection' }).waitFor()
      await button(one).click()
      await one.page.waitForTimeout(300)
      expect(new URL(one.page.url()).pathname).toBe(`${REPORT}/${path}`)
      expect(await one.page.locator(`main ${field}`).first().inputValue()).toBe(TYPED)
      expect(await one.kept()).toHaveLength(1)
      await one[cut](false)
      await Promise.all([one.page.waitForEvent('load'), button(one).click()])
      expect(one.state.calls.some(({ name }) => /saveDraftPart|submit/.test(name))).toBe(true)
    })

    test('that signs out keeps one signed in and says so; so it does again once the line is back', async () => {
      const one = await on(`${REPORT}/header`)
      await one[cut](true)
      await one.page.locator('[name="clearedBy"]').fill(TYPED)
      await one.page.locator('[action="/sign-out"] button').click()
      await notice(one).waitFor()
      expect(await notice(one).textContent()).toContain('You are still signed in: there is no connection')
      expect(await notice(one).evaluate((element) => element === document.activeElement)).toBe(true)
      expect(await violationsOn(one.page, true)).toEqual([])
      expect(await one.page.locator('[name="clearedBy"]').inputValue()).toBe(TYPED)
      expect(await one.kept()).toHaveLength(1)
      await one[cut](false)
      await one.page.locator('[action="/sign-out"] button').click()
      await one.page.waitForURL(/sign-in\?ended/)
      expect(one.state.draft?.header.clearedBy).toBe(TYPED)
    })

    test('of any other form leaves what was typed where it stands', async () => {
      const one = await on(`${REPORT}/table`)
      await one.page.locator('main textarea').fill(TYPED)
      await one[cut](true)
      await button(one).click()
      await notice(one).waitFor()
      expect(await notice(one).textContent()).toContain('Not sent: there is no connection')
      expect(await one.page.locator('main textarea').inputValue()).toBe(TYPED)
    })
  })

  test('twice in a hurry sends once', async () => {
    const one = await on(`${REPORT}/table`)
    await one.page.locator('main textarea').fill(TYPED)
    const sent: string[] = []
    one.page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
    await Promise.all([one.page.waitForEvent('load'), button(one).dblclick()])
    expect(sent).toHaveLength(1)
  })
})
