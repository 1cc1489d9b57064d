import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { FUNCTION_NAMES } from '#functions/names.ts'
import { FUNCTIONS_DIR } from '#infra/functions-dir.ts'
import { bundledProgram } from './bundled-program.ts'
import type { Figure } from './figure.ts'
import { functionEnvironment } from './function-environment.ts'
import { inScratchFolder } from './scratch-folder.ts'
import { interleaved, milliseconds } from './timing.ts'

const RUNS = 15
const AT_MOST = 2

const DOCUMENT_CLIENT = `
  import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
  import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
  export const client = DynamoDBDocumentClient.from(new DynamoDBClient({}))`

/** Times the import alone: the start of Node itself is nobody's merit. */
const IMPORT = `
  const start = performance.now()
  await import(process.argv[1])
  process.stdout.write(String(performance.now() - start), () => process.exit(0))`

const importMilliseconds = async (bundle: string): Promise<number> => {
  const args = ['--input-type=module', '-e', IMPORT, pathToFileURL(bundle).href]
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: functionEnvironment })
  return Number(stdout)
}

/**
 * A function's cold import in a fresh process (median of several), as a multiple of importing a bundle that holds the
 * DynamoDB document client and nothing else.
 */
export const coldImports = (): Promise<Figure[]> =>
  inScratchFolder(async (folder) => {
    const client = await bundledProgram(folder, DOCUMENT_CLIENT)
    const bundles = FUNCTION_NAMES.map((name) => join(FUNCTIONS_DIR, name, 'handler.mjs'))
    const [alone = Number.NaN, ...times] = await interleaved(
      [client, ...bundles].map((bundle) => () => importMilliseconds(bundle)),
      RUNS,
    )
    return FUNCTION_NAMES.map((name, index) => {
      const time = times[index] ?? Number.NaN
      return {
        name: `cold import, ${name}`,
        value: time / alone,
        unit: '×',
        budget: { atMost: AT_MOST },
        detail: `${milliseconds(time)} to ${milliseconds(alone)} for the document client`,
      }
    })
  })
