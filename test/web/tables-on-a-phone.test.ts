import { describe, expect, test } from 'vitest'
import { type FakeState, secretariat } from './fake-services.ts'
import { inBrowser, noBrowser } from './in-browser.ts'

describe.skipIf(noBrowser)(`a table on a phone${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  const visit = inBrowser()
  const at = async (path: string, own: Partial<FakeState> = {}) => {
    const { page } = await visit(own)
    await page.goto(path)
    return page
  }

  test.each([
    ['/funding', {}],
    ['/funding/ledger?year=2022', {}],
    ['/funding/reconciliation/2022/landmine-monitor/government', {}],
    ['/calendar', {}],
    ['/calendar/plan', { actor: secretariat }],
    ['/calendar/seat', { actor: secretariat }],
    ['/briefs/2026-Q1/survey-clearance', {}],
  ] as const)('shows every cell of %s without scrolling sideways', async (path, own) => {
    const page = await at(path, own)
    const outside = await page
      .locator('td:not(:empty), tbody th')
      .evaluateAll((cells) =>
        cells.map((cell) => cell.getBoundingClientRect().right).filter((right) => right > innerWidth),
      )
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect([outside, width]).toEqual([[], 360])
  })

  test('shows each figure beside the head of its column, and stays a table to those who hear it', async () => {
    const page = await at('/funding/ledger?year=2022')
    const amount = page.locator('td[data-head="Amount"]').first()
    expect(await amount.evaluate((cell) => getComputedStyle(cell, '::before').content)).toContain('Amount')
    // A head may be longer than its figure: neither runs into the other.
    expect(await amount.evaluate((cell) => getComputedStyle(cell, '::before').whiteSpace)).toBe('normal')
    const table = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Amount' }) })
    expect(await table.getByRole('row').count()).toBe(11)
    // Not said twice: the cell's name is its figure alone.
    expect(await table.getByRole('cell', { name: 'USD 526,700.00', exact: true }).count()).toBeGreaterThan(0)
  })
})
