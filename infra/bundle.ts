import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type OutputChunk, type RolldownPlugin, rolldown } from 'rolldown'
import { FUNCTION_NAMES, type FunctionName } from '#functions/names.ts'
import { type AssetFile, settleFolder } from './assets/asset-file.ts'
import { formFiles } from './assets/form-files.ts'
import { TYPST, typesetterFiles } from './assets/typesetter.ts'
import { webPageFiles } from './assets/web-pages.ts'
import { FUNCTIONS_DIR } from './functions-dir.ts'
import { Refusal, runCommand } from './refusal.ts'
import { givenContext, readSettings } from './settings.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** What a function needs beside its code. */
const BESIDE: Partial<Record<FunctionName, { files: (root: string) => Promise<AssetFile[]>; external?: string[] }>> = {
  'serve-web': { files: webPageFiles },
  'compile-brief': { files: typesetterFiles, external: [TYPST] },
}

/**
 * Bundles one program for Node; the bench bundles what it compares the functions with in the same way. All that a start
 * needs is one file, `start`: each further file would cost a cold start a millisecond. What stands behind `import()` has
 * files of its own, which are read when they are used.
 * @param name of the entry's file, without its ending
 * @param external packages left out
 */
export const bundleForNode = async (
  name: string,
  entry: string,
  external: readonly string[] = [],
  plugins: RolldownPlugin[] = [],
): Promise<OutputChunk[]> => {
  const bundle = await rolldown({
    cwd: ROOT,
    input: { [name]: entry },
    platform: 'node',
    resolve: { mainFields: ['module', 'main'] },
    transform: { target: 'node20' },
    external: [...external],
    plugins: [formFiles, ...plugins],
    logLevel: 'warn',
  })
  try {
    const { output } = await bundle.generate({
      format: 'esm',
      entryFileNames: '[name].mjs',
      chunkFileNames: '[name]-[hash].mjs',
      codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] },
      minify: true,
      comments: { legal: false },
    })
    return output.filter((file) => file.type === 'chunk')
  } finally {
    await bundle.close()
  }
}

/** The JavaScript of one bundled function, in bytes. */
export interface BundledFunction {
  readonly name: FunctionName
  /** Read at every cold start: the handler and the chunks it imports. */
  readonly startBytes: number
  /** Read only when first used: chunks behind `import()`. */
  readonly lazyBytes: number
}

/**
 * Bundles every function into `<outDir>/<name>/handler.mjs` with what it needs beside it: the artifact that runs both
 * locally and on Lambda. The AWS SDK is inside, so an artifact does not change with Lambda's own copy of it.
 * @throws Refusal where a source or a package is missing
 */
export const bundleFunctions = async (outDir = FUNCTIONS_DIR): Promise<BundledFunction[]> => {
  const bundled: BundledFunction[] = []
  // One after another: seven at once hold much more memory.
  for (const name of FUNCTION_NAMES) bundled.push(await bundleFunction(name, join(outDir, name)))
  return bundled
}

const bundleFunction = async (name: FunctionName, outdir: string): Promise<BundledFunction> => {
  const entry = `functions/${name}/handler.ts`
  if (!existsSync(join(ROOT, entry))) throw new Refusal(`${entry} is missing: it is the function ${name}.`)
  const chunks = await bundleForNode('handler', entry, BESIDE[name]?.external).catch((cause: unknown) => {
    throw new Refusal(`${entry} cannot be bundled: ${cause instanceof Error ? cause.message : cause}`)
  })
  const code = chunks.map(({ fileName, code }) => ({ path: fileName, contents: Buffer.from(code) }))
  await settleFolder(outdir, [...code, ...((await BESIDE[name]?.files(ROOT)) ?? [])])
  return { name, ...sizes(chunks) }
}

const sizes = (chunks: readonly OutputChunk[]): { startBytes: number; lazyBytes: number } => {
  const start = new Set(['handler.mjs'])
  for (const file of start) {
    for (const path of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) start.add(path)
  }
  const bytes = (counted: readonly OutputChunk[]) => counted.reduce((sum, { code }) => sum + Buffer.byteLength(code), 0)
  return {
    startBytes: bytes(chunks.filter(({ fileName }) => start.has(fileName))),
    lazyBytes: bytes(chunks.filter(({ fileName }) => !start.has(fileName))),
  }
}

/** A wrong setting is said before seven bundles are made for it. */
const bundleAndSay = async (): Promise<void> => {
  readSettings(givenContext())
  const bundled = await bundleFunctions()
  if (process.argv.includes('--quiet')) return
  const kb = (bytes: number) => `${(bytes / 1000).toFixed(0)} KB`
  for (const { name, startBytes, lazyBytes } of bundled) {
    const lazy = lazyBytes > 0 ? `  + ${kb(lazyBytes)} when used` : ''
    console.log(`${name.padEnd(16)}${kb(startBytes).padStart(8)}${lazy}`)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(bundleAndSay)
