import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { BriefPress } from '#shared/render/pdf/brief-pdf.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { bundledProgram } from '../bundled-program.ts'
import type { Figure } from '../figure.ts'
import { interleaved, milliseconds, timed } from '../timing.ts'
import { briefVariant } from './brief-variant.ts'
import { checkPdf, embeddedFonts, launchChromium, printInNewPage } from './chromium.ts'

const RUNS = 7

const PROGRAM = `
  import { briefPdf } from '#shared/render/pdf/brief-pdf.ts'
  const { press, brief, about } = JSON.parse(process.argv[2])
  const { bytes } = await briefPdf(press)(brief, about)
  process.stdout.write(bytes)`

/** A first brief: from the start of a Node process to its PDF, against from the start of Chromium to its PDF. */
export const coldBrief = async (folder: string, press: BriefPress): Promise<Figure> => {
  const program = await bundledProgram(folder, PROGRAM, ['@myriaddreamin/typst-ts-node-compiler'])
  const fonts = embeddedFonts(press.fontsDir)
  let documents = 0
  const ours = async () => {
    const input = JSON.stringify({ press, brief: briefVariant(++documents), about: { timeZone: laoUxo.timeZone } })
    return timed(async () => {
      const { stdout } = await promisify(execFile)(process.execPath, [program, input], { encoding: 'buffer', env: {} })
      checkPdf(stdout)
    })
  }
  const theirs = async () => {
    const start = performance.now()
    const browser = await launchChromium(folder, press.fontsDir)
    try {
      await printInNewPage(browser, ++documents, fonts)
      return performance.now() - start
    } finally {
      await browser.close()
    }
  }
  // Not timed: the files of both come into the machine's memory, and the browser's font cache is made.
  await interleaved([ours, theirs], 1)
  const [own = Number.NaN, chromium = Number.NaN] = await interleaved([ours, theirs], RUNS)
  return {
    name: 'brief to PDF from cold, faster than Chromium',
    value: chromium / own,
    unit: '×',
    budget: { atLeast: 10 },
    detail: `${milliseconds(own)} to ${milliseconds(chromium)}`,
  }
}
