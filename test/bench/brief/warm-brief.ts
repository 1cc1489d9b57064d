import { type BriefPress, briefPdf } from '#shared/render/pdf/brief-pdf.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import type { Figure } from '../figure.ts'
import { interleaved, milliseconds, timed } from '../timing.ts'
import { briefVariant } from './brief-variant.ts'
import { checkPdf } from './check-pdf.ts'
import { briefPage, embeddedFonts, launchChromium, printInNewPage, printPage } from './chromium.ts'

const WARM_UP = 5
const RUNS = 25

/**
 * Later briefs, each a little different: in one process that keeps its fonts, against one open browser.
 * The budget is for a page a brief with its fonts in it, as a function would have to print; for the record, also against
 * the least that a browser can do: one page used again and again, its fonts installed.
 */
export const warmBrief = async (folder: string, press: BriefPress): Promise<Figure[]> => {
  const browser = await launchChromium(folder, press.fontsDir)
  try {
    const page = await browser.newPage()
    const print = briefPdf(press)
    let documents = 0
    const ours = () =>
      timed(async () => checkPdf((await print(briefVariant(++documents), { timeZone: laoUxo.timeZone })).bytes))
    const fonts = embeddedFonts(press.fontsDir)
    const ways = [
      ours,
      () => timed(() => printInNewPage(browser, briefPage(briefVariant(++documents), fonts))),
      () => timed(() => printPage(page, briefPage(briefVariant(++documents)))),
    ]
    await interleaved(ways, WARM_UP)
    const [own = Number.NaN, newPage = Number.NaN, samePage = Number.NaN] = await interleaved(ways, RUNS)
    const figure = (name: string, chromium: number): Figure => ({
      name: `brief to PDF warm, faster than ${name}`,
      value: chromium / own,
      unit: '×',
      detail: `${milliseconds(own)} to ${milliseconds(chromium)}`,
    })
    return [{ ...figure('Chromium', newPage), budget: { atLeast: 20 } }, figure('one page used again', samePage)]
  } finally {
    await browser.close()
  }
}
