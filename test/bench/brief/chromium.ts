import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { twgSheet } from '#shared/render/pdf/twg-sheet.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { briefHtml } from './brief-html.ts'
import { briefVariant } from './brief-variant.ts'

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

/** Prints the `n`th variant of the sample brief, tagged as ours is. @throws Error when what came out is no PDF */
export const printPage = async (page: Page, n: number): Promise<void> => {
  const brief = briefVariant(n)
  await page.setContent(briefHtml(twgSheet(brief, brief.model, laoUxo.timeZone)))
  checkPdf(await page.pdf({ format: 'A4', tagged: true }))
}

export const checkPdf = (bytes: Uint8Array): void => {
  if (Buffer.from(bytes.subarray(0, 5)).toString() !== '%PDF-') throw new Error('What was printed is no PDF')
}
