import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { hasStore } from '#infra/local/dynamodb/dynoxide.ts'
import { bundledProgram } from '../bundled-program.ts'
import type { Figure, Skipped } from '../figure.ts'
import { functionEnvironment } from '../function-environment.ts'
import { inScratchFolder } from '../scratch-folder.ts'
import { connectionTo } from '../submission/bare-calls.ts'
import { startBenchTable } from '../submission/bench-table.ts'
import { fillYear, YEAR } from './long-year.ts'

const SHORT = 10_000
const LONG = 100_000
/** Runs of the short year; a disturbed run of the long one can only look worse. */
const RUNS = 2
const MB = 1_000_000
const MOST_MB = 300
const MOST_EXPONENT = 1.1
const LAMBDA_MB = 6
/** Without a limit Node lets garbage lie; what needs more than this fails. */
const HEAP = '--max-old-space-size=160'

/** Lists and analyses a year, then exports it in every format, part by part, as serve-web does; in a process of its own. */
const PROGRAM = `
  import { readFileSync } from 'node:fs'
  import { gzipSync } from 'node:zlib'
  import { dynamoRecords } from '#shared/aws/dynamo-records.ts'
  import { EXPORT_FORMATS, LEDGER_PARTS, MOVEMENTS_A_FILE } from '#shared/domain/ledger/export-limits.ts'
  import { laoUxo } from '#shared/sector/lao-uxo.ts'
  import { exportLedger } from '#shared/usecases/ledger/export-ledger.ts'
  import { listMovements } from '#shared/usecases/ledger/list-movements.ts'
  import { readLedger } from '#shared/usecases/ledger/read-ledger.ts'

  const [year, count] = process.argv.slice(2)
  const deps = { records: dynamoRecords(process.env.TABLE_NAME, { endpoint: process.env.STORE_URL }), sector: laoUxo }
  const actor = { contact: { id: 'bench' }, roles: [{ group: 'swg', role: 'secretariat', from: '2020-01-01' }] }
  const filter = { year, donor: '', source: '', type: '', pillar: '' }
  const now = '2026-06-01T01:00:00.000Z'
  // Not awaited at the top: the formats' own files wait for this one.
  const measure = async () => {
    const begin = performance.now()
    const ledger = await listMovements(deps)({ ...filter, page: 1 }, actor, now)
    const { years } = await readLedger(deps)(actor, now)
    if (years[0].year !== Number(year)) throw new Error('the year is not analysed')
    const listed = performance.now()
    if (ledger.total !== Number(count)) throw new Error(ledger.total + ' movements are listed, not ' + count)
    const parts = ledger.total > MOVEMENTS_A_FILE ? Array.from({ length: LEDGER_PARTS }, (_, part) => part + 1) : [undefined]
    let largest = 0
    for (const format of EXPORT_FORMATS) {
      let exported = 0
      for (const part of parts) {
        const wanted = { ...filter, format, ...(part === undefined ? {} : { part }) }
        const { bytes, movements } = await exportLedger(deps)(wanted, actor, now)
        exported += movements
        largest = Math.max(largest, (format === 'xlsx' ? bytes : gzipSync(bytes)).length * 4 / 3)
      }
      if (exported !== ledger.total) throw new Error(exported + ' movements are exported, not ' + ledger.total)
    }
    console.log(JSON.stringify({
      listed: listed - begin,
      exported: performance.now() - listed,
      // Not resourceUsage: Linux hands the peak of the process that started this one on to it.
      memory: 1024 * /VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1],
      largest,
    }))
  }
  measure()`

interface Measured {
  readonly listed: number
  readonly exported: number
  /** Bytes. */
  readonly memory: number
  readonly largest: number
}

/** The funding ledger of a year of 100,000 movements, on a table without a stream: memory, growth, the largest answer. */
export const ledgerFigures = async (): Promise<(Figure | Skipped)[]> => {
  if (!hasStore()) return [{ name: 'ledger', skipped: 'there is no local DynamoDB on this platform' }]
  const short = await yearOf(SHORT, RUNS)
  const long = await yearOf(LONG, 1)
  const exponent = (column: 'listed' | 'exported') =>
    Math.log10(long[column] / short[column]) / Math.log10(LONG / SHORT)
  const times = (column: 'listed' | 'exported') =>
    `${(short[column] / 1000).toFixed(1)} s for ${SHORT}, ${(long[column] / 1000).toFixed(1)} s for ${LONG} movements`
  return [
    {
      name: 'ledger, memory for a year of 100,000 movements',
      value: long.memory / MB,
      unit: 'MB',
      budget: { atMost: MOST_MB },
      detail: `listed, analysed and exported with a heap of 160 MB at most; ${(short.memory / MB).toFixed(0)} MB for ${SHORT}`,
    },
    {
      name: 'ledger, list and analyse, growth',
      value: exponent('listed'),
      unit: '',
      budget: { atMost: MOST_EXPONENT },
      detail: times('listed'),
    },
    {
      name: 'ledger, export CSV, XLSX and IATI, growth',
      value: exponent('exported'),
      unit: '',
      budget: { atMost: MOST_EXPONENT },
      detail: times('exported'),
    },
    {
      name: 'ledger, largest file handed back',
      value: long.largest / MB,
      unit: 'MB',
      budget: { atMost: LAMBDA_MB },
      detail: 'compressed where it is text, in base64',
    },
  ]
}

/** The best of several runs: whatever else the machine does only ever adds. */
const yearOf = (count: number, runsMade: number): Promise<Measured> =>
  inScratchFolder(async (folder) => {
    const store = await startBenchTable(folder)
    try {
      const client = DynamoDBDocumentClient.from(new DynamoDBClient(connectionTo(store.url)))
      await fillYear(client, count)
      client.destroy()
      const program = await bundledProgram(folder, PROGRAM)
      const env = { ...functionEnvironment, STORE_URL: store.url }
      const runs: Measured[] = []
      for (let run = 0; run < runsMade; run++) {
        const { stdout } = await promisify(execFile)(process.execPath, [HEAP, program, String(YEAR), String(count)], {
          env,
        })
        runs.push(JSON.parse(stdout))
      }
      const best = (column: keyof Measured, of: (...values: number[]) => number) =>
        of(...runs.map((run) => run[column]))
      return {
        listed: best('listed', Math.min),
        exported: best('exported', Math.min),
        memory: best('memory', Math.max),
        largest: best('largest', Math.max),
      }
    } finally {
      await store.stop()
    }
  })
