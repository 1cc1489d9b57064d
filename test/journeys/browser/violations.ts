import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What differs between pages of the same elements, classes and ids: words, values and addresses, and whether scripts ran. */
const WORDS = [/>[^<]*</g, / (value|href|action|data-[a-z-]+|lang|selected|checked)(="[^"]*")?/g, / ?js-enabled/g]
const clean = new Set<string>()

const run = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] }),
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

/** axe-core is a script: what a browser without scripts shows is laid before it in one that has them, without the page's own. */
const runElsewhere = async (page: Page, html: string): Promise<string[]> => {
  const context = await page.context().browser()?.newContext({ bypassCSP: true, viewport: page.viewportSize() })
  const copy = await context?.newPage()
  try {
    await copy?.route(page.url(), (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }))
    await copy?.route('**/*.js', (route) => route.abort())
    await copy?.goto(page.url())
    return copy ? await run(copy) : []
  } finally {
    await context?.close()
  }
}

/**
 * What axe-core finds wrong on a page as it stands. A page of the same build as one where it found nothing, on a screen of the same
 * width, is not looked at again.
 */
export const violationsOn = async (page: Page, javaScript: boolean): Promise<string[]> => {
  const html = await page.content()
  const build = WORDS.reduce((rest, words) => rest.replace(words, words.source.startsWith('>') ? '><' : ''), html)
  const key = `${page.viewportSize()?.width} ${build}`
  if (clean.has(key)) return []
  const found = javaScript ? await run(page) : await runElsewhere(page, html)
  if (found.length === 0) clean.add(key)
  return found
}
