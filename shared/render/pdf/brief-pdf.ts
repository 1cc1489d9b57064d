import { readdir, readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { Brief } from '#shared/domain/briefs/model.ts'
import { epochMsOf } from '#shared/domain/dates.ts'
import { coverageOf } from './font-coverage.ts'
import { coveredBy, printableDeep, UNKNOWN } from './printable.ts'
import { twgSheet } from './twg-sheet.ts'

export interface BriefPress {
  /** Folder with the TTF files of Noto Sans and Noto Sans Lao, flat or in sub-folders. Nothing else is used, system fonts neither. */
  readonly fontsDir: string
  /** Folder with the `*.typ` files of this folder. */
  readonly templatesDir: string
}

export interface PrintedBrief {
  readonly bytes: Uint8Array
  readonly pages: number
}

/** Pages that a brief may fill before its annexes; a longer one is set again in smaller type. */
const PAGES = { twg: 2, swg: 6 } as const

/** How a brief is set: its type, and how many of its action points it lists. */
interface Setting {
  readonly density: 'regular' | 'compact' | 'dense'
  readonly points: number
}
type Settings = [Setting, ...Setting[]]

/** What is tried in turn until it fits: smaller type, then half of the action points, those due first. Nothing else is ever left out. */
const settings = (points: number): Settings => [
  { density: 'regular', points },
  { density: 'compact', points },
  { density: 'dense', points },
  ...fewer(points).map((shown) => ({ density: 'dense' as const, points: shown })),
]

const fewer = (points: number): number[] => {
  const half = Math.floor(points / 2)
  return points === 0 ? [] : [half, ...fewer(half)]
}

const furtherActions = (count: number): string =>
  count === 0
    ? ''
    : `and ${count} more ${count === 1 ? 'action point' : 'action points'} on the web page of this brief.`

const UNKNOWN_NOTE = `Where ${UNKNOWN} stands, a character was written that cannot be printed here; the web page of this brief shows it.`

/**
 * A brief as tagged PDF/UA-1. The same brief gives the same bytes: the date inside is the brief's own.
 * The fonts are read at the first brief; later ones reuse the compiler.
 * @throws Error naming Typst's complaint when a template is broken, or the folder when it holds no fonts
 */
export const briefPdf = ({ fontsDir, templatesDir }: BriefPress) => {
  let press: ReturnType<typeof openPress> | undefined
  return async (brief: Brief, about: { readonly timeZone: string }): Promise<PrintedBrief> => {
    press ??= openPress(fontsDir, templatesDir)
    const { compiler, covers, standard } = await press
    const data = printableDeep({ ...(await sheetOf(brief, about.timeZone)), compiled: compiledDate(brief) }, covers)
    const notes = JSON.stringify(data).includes(UNKNOWN) ? [...data.notes, UNKNOWN_NOTE] : data.notes
    const { kind } = brief.model
    const set = ({ density, points }: Setting, annexes: readonly object[]) =>
      setPages(compiler, templatesDir, kind, {
        ...data,
        notes,
        density,
        actions: data.actions.slice(0, points),
        furtherActions: furtherActions(data.actions.length - points),
        annexes,
      })
    const fitting = ([setting, ...others]: Settings): [Setting, NodeTypstDocument] => {
      const body = set(setting, [])
      const [next, ...later] = others
      return next === undefined || body.numOfPages <= PAGES[kind] ? [setting, body] : fitting([next, ...later])
    }
    const [setting, body] = fitting(settings(data.actions.length))
    const document = data.annexes.length === 0 ? body : set(setting, data.annexes)
    const bytes = compiler.pdf(document, { pdfStandard: standard })
    compiler.evictCache(10)
    // The engine frees a native document between two turns of the event loop; a loop of awaits alone would keep them all.
    await setImmediate()
    return { bytes: new Uint8Array(bytes), pages: document.numOfPages }
  }
}

/** Charts are drawn by a library that a TWG brief need not wait for. */
const sheetOf = async (brief: Brief, timeZone: string) =>
  brief.model.kind === 'twg'
    ? { ...twgSheet(brief, brief.model, timeZone), annexes: [] }
    : (await import('./swg-sheet.ts')).swgSheet(brief, brief.model, timeZone)

const setPages = (compiler: NodeCompiler, templatesDir: string, kind: 'twg' | 'swg', data: object) => {
  const compiled = compiler.compile({
    mainFilePath: join(resolve(templatesDir), `${kind}-brief.typ`),
    inputs: { data: JSON.stringify(data) },
  })
  const document = compiled.result
  if (document) return document
  const failure = compiled.takeError()
  throw new Error(`Typst: ${failure ? JSON.stringify(compiler.fetchDiagnostics(failure)) : 'no document'}`)
}

/** The date inside the PDF, in UTC: of the release, or of the compilation for a draft. */
const compiledDate = (brief: Brief) => {
  const date = new Date(epochMsOf(brief.releasedAt ?? brief.compiledAt))
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  }
}

const openPress = async (fontsDir: string, templatesDir: string) => {
  const names = (await readdir(fontsDir, { recursive: true })).filter((name) => name.endsWith('.ttf')).sort()
  if (names.length === 0) throw new Error(`No TTF fonts in ${fontsDir}`)
  const fonts = await Promise.all(
    names.map(async (name) => ({ lao: basename(name).includes('Lao'), bytes: await readFile(join(fontsDir, name)) })),
  )
  const family = (lao: boolean) => fonts.filter((font) => font.lao === lao).map((font) => coverageOf(font.bytes))
  // Native code, loaded with the first brief: compiling drafts needs none of it.
  const { NodeCompiler, PdfStandard } = await import('@myriaddreamin/typst-ts-node-compiler')
  return {
    standard: PdfStandard.UA_1,
    covers: coveredBy([family(false), family(true)].filter((files) => files.length > 0)),
    compiler: NodeCompiler.create({
      workspace: resolve(templatesDir),
      fontArgs: [{ fontBlobs: fonts.map((font) => font.bytes) }],
    }),
  }
}
