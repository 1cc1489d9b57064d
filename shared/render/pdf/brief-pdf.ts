import { readdir, readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { Brief } from '#shared/domain/briefs/model.ts'
import { epochMsOf } from '#shared/domain/dates.ts'
import { type Attempt, type Attempts, twgAttempts } from './attempts.ts'
import { coverageOf } from './font-coverage.ts'
import { coveredBy, printableDeep, UNKNOWN } from './printable.ts'
import { twgSheet } from './twg-sheet.ts'

export interface BriefPress {
  /** Folder with the TTF files of Noto Sans and Noto Sans Lao, flat or in sub-folders. Nothing else is used, system fonts neither. */
  readonly fontsDir: string
  /** Folder with the `*.typ` files of this folder. */
  readonly templatesDir: string
  /** Where the web pages are; movements of a ledger lead there. */
  readonly webUrl: string
}

export interface PrintedBrief {
  readonly bytes: Uint8Array
  readonly pages: number
}

/** Pages that a brief may fill before its annexes; a longer one is set again, shorter. */
const PAGES = { twg: 2, swg: 6 } as const

const UNKNOWN_NOTE = `Where ${UNKNOWN} stands, a character was written that cannot be printed here; the web page of this brief shows it.`

/**
 * A brief as tagged PDF/UA-1. The same brief gives the same bytes: the date inside is the brief's own.
 * The fonts are read at the first brief; later ones reuse the compiler.
 * @throws Error naming Typst's complaint when a template is broken, or the folder when it holds no fonts
 */
export const briefPdf = ({ fontsDir, templatesDir, webUrl }: BriefPress) => {
  let press: ReturnType<typeof openPress> | undefined
  return async (brief: Brief, about: { readonly timeZone: string }): Promise<PrintedBrief> => {
    press ??= openPress(fontsDir, templatesDir)
    const { compiler, covers, standard } = await press
    const { kind } = brief.model
    const compiled = compiledDate(brief)
    const set = (density: Attempt['density'], sheet: object) =>
      setPages(compiler, templatesDir, kind, { ...sheet, density, compiled })
    const bodyOf = ({ density, sheet, body = sheet }: Attempt) => set(density, body)
    // Each attempt is shorter than the one before: where the first does not fit, the first that does is found by halves.
    const fitting = (attempts: Attempts): NodeTypstDocument => {
      let [from, to, tried] = [0, attempts.length - 1, 0]
      let body: NodeTypstDocument | undefined
      while (from < to) {
        const pages = bodyOf(attempts[tried] ?? attempts[0])
        if (pages.numOfPages <= PAGES[kind]) [to, body] = [tried, pages]
        else from = tried + 1
        tried = Math.floor((from + to) / 2)
      }
      const { density, sheet, ...rest } = attempts[to] ?? attempts[0]
      return rest.body === undefined && body ? body : set(density, sheet)
    }
    const document = fitting(await attemptsOf(brief, { ...about, webUrl }, covers))
    const bytes = compiler.pdf(document, { pdfStandard: standard })
    compiler.evictCache(10)
    // The engine frees a native document between two turns of the event loop; a loop of awaits alone would keep them all.
    await setImmediate()
    return { bytes: new Uint8Array(bytes), pages: document.numOfPages }
  }
}

/** Charts are drawn by a library that a TWG brief need not wait for. */
const attemptsOf = async (
  { version, model }: Brief,
  about: { readonly timeZone: string; readonly webUrl: string },
  covers: (code: number) => boolean,
) => {
  if (model.kind === 'twg') return twgAttempts(printed(twgSheet({ version }, model, about.timeZone), covers))
  const [{ swgSheet }, { swgAttempts }] = await Promise.all([import('./swg-sheet.ts'), import('./swg-attempts.ts')])
  return swgAttempts(printed(swgSheet({ version }, model, about), covers))
}

const printed = <S extends { readonly notes: readonly string[] }>(sheet: S, covers: (code: number) => boolean): S => {
  const data = printableDeep(sheet, covers)
  return JSON.stringify(data).includes(UNKNOWN) ? { ...data, notes: [...data.notes, UNKNOWN_NOTE] } : data
}

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
