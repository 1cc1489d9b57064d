import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { BriefPress } from '#shared/render/pdf/brief-pdf.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { bundledProgram } from '../bundled-program.ts'
import type { Figure } from '../figure.ts'
import { interleaved, milliseconds } from '../timing.ts'
import { briefVariant } from './brief-variant.ts'

const RUNS = 7

/** Both ways start Node; its own start is the same for both and no part of either. */
const TOOK = 'performance.now() - performance.nodeTiming.bootstrapComplete'

const OURS = `
  import { briefPdf } from '#shared/render/pdf/brief-pdf.ts'
  import { checkPdf } from './test/bench/brief/check-pdf.ts'
  const { press, brief, about } = JSON.parse(process.argv[2])
  checkPdf((await briefPdf(press)(brief, about)).bytes)
  console.log(${TOOK})`

/** What a function would run that prints with a browser instead. Closing the browser is not counted. */
const THEIRS = `
  import { briefPage, embeddedFonts, launchChromium, printPage } from './test/bench/brief/chromium.ts'
  const { press, brief, folder } = JSON.parse(process.argv[2])
  const browser = await launchChromium(folder, press.fontsDir)
  await printPage(await browser.newPage(), briefPage(brief, embeddedFonts(press.fontsDir)))
  console.log(${TOOK})
  await browser.close()`

/** A first brief: from a Node process that is ready for its program to the PDF, set by us or by Chromium. */
export const coldBrief = async (folder: string, press: BriefPress): Promise<Figure> => {
  const programs = [
    await bundledProgram(join(folder, 'ours'), OURS, ['@myriaddreamin/typst-ts-node-compiler']),
    await bundledProgram(join(folder, 'theirs'), THEIRS, ['playwright-core']),
  ]
  const about = { timeZone: laoUxo.timeZone }
  let documents = 0
  const ways = programs.map((program) => async () => {
    const input = JSON.stringify({ press, brief: briefVariant(++documents), about, folder })
    const { stdout } = await promisify(execFile)(process.execPath, [program, input], { env: {} })
    return Number(stdout)
  })
  // Not timed: the files of both come into the machine's memory, and the browser's font cache is made.
  await interleaved(ways, 1)
  const [own = Number.NaN, chromium = Number.NaN] = await interleaved(ways, RUNS)
  return {
    name: 'brief to PDF from cold, faster than Chromium',
    value: chromium / own,
    unit: '×',
    budget: { atLeast: 10 },
    detail: `${milliseconds(own)} to ${milliseconds(chromium)}`,
  }
}
