import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { Brief, TwgBrief } from '#shared/domain/briefs/model.ts'
import { twgSheet } from '#shared/render/pdf/twg-sheet.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { briefHtml } from './brief-html.ts'
import { checkPdf } from './check-pdf.ts'

const PATH = '/usr/bin/chromium'
/** Nothing that a browser does besides is to be counted. */
const QUIET = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync']

export const hasChromium = (): boolean => existsSync(PATH)

/**
 * A browser that finds the typefaces of our own sheets as installed ones: the cheapest way for it to print in them.
 * @param folder for its font settings and cache; a later launch with the same folder finds the cache made
 */
export const launchChromium = (folder: string, fontsDir: string): Promise<Browser> => {
  const settings = join(folder, 'fonts.conf')
  writeFileSync(
    settings,
    `<fontconfig><dir>${fontsDir}</dir><cachedir>${join(folder, 'fonts')}</cachedir></fontconfig>`,
  )
  const env = { PATH: process.env.PATH ?? '', HOME: folder, FONTCONFIG_FILE: settings }
  return chromium.launch({ executablePath: PATH, args: QUIET, env })
}

/** The typefaces as a part of the page: a function on Lambda finds none installed, so a document must bring its own, as ours does. */
export const embeddedFonts = (fontsDir: string): string =>
  readdirSync(fontsDir)
    .filter((file) => file.endsWith('.ttf'))
    .map((file) => {
      const family = file.includes('Lao') ? 'Noto Sans Lao' : 'Noto Sans'
      const look = `font-weight:${file.includes('Bold') ? 700 : 400};font-style:${file.includes('Italic') ? 'italic' : 'normal'}`
      const bytes = readFileSync(join(fontsDir, file)).toString('base64')
      return `@font-face{font-family:'${family}';${look};src:url(data:font/ttf;base64,${bytes})}`
    })
    .join('')

/** The page to print: the content of the brief's own sheet. @param fonts font faces to embed; without them, installed ones serve */
export const briefPage = (brief: Brief & { readonly model: TwgBrief }, fonts = ''): string =>
  briefHtml(twgSheet(brief, brief.model, laoUxo.timeZone), fonts)

/** Prints a page, tagged as ours is. @throws Error when what came out is no PDF */
export const printPage = async (page: Page, html: string): Promise<Buffer> => {
  await page.setContent(html)
  return checkPdf(await page.pdf({ format: 'A4', tagged: true }))
}

/** The same in a page of its own, which leaves nothing of one brief behind for the next. */
export const printInNewPage = async (browser: Browser, html: string): Promise<Buffer> => {
  const page = await browser.newPage()
  const bytes = await printPage(page, html)
  await page.close()
  return bytes
}
