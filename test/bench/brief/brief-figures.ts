import { join } from 'node:path'
import { FUNCTIONS_DIR } from '#infra/functions-dir.ts'
import type { Figure, Skipped } from '../figure.ts'
import { inScratchFolder } from '../scratch-folder.ts'
import { hasChromium } from './chromium.ts'
import { coldBrief } from './cold-brief.ts'
import { briefGrowth } from './growth.ts'
import { warmBrief } from './warm-brief.ts'

/** A brief's growth with its reports; then brief model to PDF with the fonts and templates of the built function, against headless Chromium printing the same content. */
export const briefFigures = async (): Promise<(Figure | Skipped)[]> => {
  const growth = await briefGrowth()
  if (!hasChromium()) return [growth, { name: 'brief to PDF', skipped: 'there is no Chromium here to compare with' }]
  const beside = join(FUNCTIONS_DIR, 'compile-brief')
  const press = {
    fontsDir: join(beside, 'fonts'),
    templatesDir: join(beside, 'templates'),
    webUrl: 'https://secretariat.example',
  }
  return inScratchFolder(async (folder) => [
    growth,
    await coldBrief(folder, press),
    ...(await warmBrief(folder, press)),
  ])
}
