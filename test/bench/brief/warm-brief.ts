import { type BriefPress, briefPdf } from '#shared/render/pdf/brief-pdf.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import type { Figure } from '../figure.ts'
import { interleaved, milliseconds, timed } from '../timing.ts'
import { briefVariant } from './brief-variant.ts'
import { checkPdf, launchChromium, printPage } from './chromium.ts'

const WARM_UP = 5
const RUNS = 25

/** Later briefs, each a little different: in one process that keeps its fonts, against one open page of one browser. */
export const warmBrief = async (folder: string, press: BriefPress): Promise<Figure> => {
  const browser = await launchChromium(folder, press.fontsDir)
  try {
    const page = await browser.newPage()
    const print = briefPdf(press)
    let documents = 0
    const ours = () =>
      timed(async () => checkPdf((await print(briefVariant(++documents), { timeZone: laoUxo.timeZone })).bytes))
    const theirs = () => timed(() => printPage(page, ++documents))
    await interleaved([ours, theirs], WARM_UP)
    const [own = Number.NaN, chromium = Number.NaN] = await interleaved([ours, theirs], RUNS)
    return {
      name: 'brief to PDF warm, faster than Chromium',
      value: chromium / own,
      unit: '×',
      budget: { atLeast: 20 },
      detail: `${milliseconds(own)} to ${milliseconds(chromium)}`,
    }
  } finally {
    await browser.close()
  }
}
