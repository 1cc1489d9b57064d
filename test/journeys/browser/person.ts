import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Typed } from '#shared/domain/report.ts'
import type { startSystem } from '../../fixtures/system.ts'
import { violationsOn } from './violations.ts'

export type World = Awaited<ReturnType<typeof startSystem>>

const exactly = (words: string): RegExp => new RegExp(`^\\s*${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`)

export interface Seat {
  readonly address: string
  readonly javaScript: boolean
  /** Width of the screen in CSS pixels: 360 is a small phone. */
  readonly width: number
}

/** Somebody at a browser: what they see, type and press. Every page they come to has one heading, fits its screen, and pleases axe-core. */
export class Person {
  private constructor(
    readonly world: World,
    readonly context: BrowserContext,
    readonly page: Page,
    readonly seat: Seat,
  ) {}

  static async signedIn(world: World, browser: Browser, seat: Seat): Promise<Person> {
    const { javaScript: javaScriptEnabled, width } = seat
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 740 }, bypassCSP: true })
    const person = new Person(world, context, await context.newPage(), seat)
    await person.open('/')
    await person.type({ email: seat.address })
    await person.press('Send me the mail')
    await person.type({ code: await world.codeFor(seat.address) })
    await person.press('Sign in with the code')
    return person
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.world.webUrl + path)
    await this.look()
  }

  /** Follows a link or presses a button of the page's main part, by all of its words or a pattern, and waits for the page that comes. */
  async press(words: string | RegExp): Promise<void> {
    const link = this.page
      .locator('main')
      .locator('a, button')
      .filter({ hasText: typeof words === 'string' ? exactly(words) : words })
      .first()
    await Promise.all([this.page.waitForEvent('load'), link.click()])
    await this.look()
  }

  /** Fills fields by their names: texts are typed, choices chosen, several ticked where commas stand between. */
  async type(values: Typed): Promise<void> {
    const kinds = await this.page
      .locator('main [name]')
      .evaluateAll((elements) =>
        Object.fromEntries(elements.map((one) => [one.getAttribute('name'), one.getAttribute('type') ?? one.tagName])),
      )
    for (const [name, value] of Object.entries(values)) {
      const field = this.page.locator(`main [name="${name}"]`)
      if (kinds[name] === 'SELECT') await field.selectOption(value)
      else if (kinds[name] === 'radio' || kinds[name] === 'checkbox')
        for (const one of value.split(', ')) await this.page.locator(`main [name="${name}"][value="${one}"]`).check()
      else await field.fill(value)
    }
  }

  /** The words of the page's main part, as they are seen. */
  async words(within = 'main'): Promise<string> {
    return this.page.locator(within).first().innerText()
  }

  async sees(...words: readonly string[]): Promise<void> {
    const seen = await this.words()
    for (const word of words) expect(seen.includes(word), `${this.path} shows “${word}”:\n${seen}`).toBe(true)
  }

  /** The lines of the table with a caption of that id, cells side by side. */
  async lines(table: string): Promise<string[]> {
    const lines = await this.page.locator(`[aria-labelledby="${table}"] tbody tr`).all()
    return Promise.all(lines.map(async (line) => (await line.locator('th, td').allInnerTexts()).join(' | ')))
  }

  /** What stands in a field. */
  valueOf(name: string): Promise<string> {
    return this.page.locator(`main [name="${name}"]`).first().inputValue()
  }

  get path(): string {
    return new URL(this.page.url()).pathname
  }

  private async look(): Promise<void> {
    const { headings, wide } = await this.page.evaluate(() => ({
      headings: document.querySelectorAll('h1').length,
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }))
    expect(headings, this.path).toBe(1)
    expect(wide, `${this.path} is wider than ${this.seat.width} px`).toBe(0)
    expect(await violationsOn(this.page, this.seat.javaScript), this.path).toEqual([])
  }
}
