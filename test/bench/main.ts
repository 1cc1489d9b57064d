import { bundleFunctions } from '#infra/bundle.ts'
import { runCommand } from '#infra/refusal.ts'
import { briefFigures } from './brief/brief-figures.ts'
import { bundleSizes } from './bundle-size.ts'
import { coldImports } from './cold-import.ts'
import { isKept } from './figure.ts'
import { figureTable } from './figure-table.ts'
import { firstLoad } from './first-load.ts'
import { ledgerFigures } from './ledger/ledger-figures.ts'
import { submissionFigures } from './submission/submission-figures.ts'
import { sweepFigures } from './sweep/sweep-figures.ts'

/** Measures everything that has a budget; ends with code 1 past any of them. Times are only ever compared within this run. */
const bench = async (): Promise<void> => {
  const figures = [
    ...bundleSizes(await bundleFunctions()),
    ...(await coldImports()),
    ...(await firstLoad()),
    ...(await submissionFigures()),
    ...(await sweepFigures()),
    ...(await briefFigures()),
    ...(await ledgerFigures()),
  ]
  console.log(figureTable(figures))
  if (figures.some((figure) => 'value' in figure && isKept(figure) === false)) process.exitCode = 1
}

await runCommand(bench)
