import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build, type Metafile, stop } from 'esbuild'
import { FUNCTION_NAMES, type FunctionName } from '#functions/names.ts'
import { type AssetFile, settleFolder } from './assets/asset-file.ts'
import { TYPST, typesetterFiles } from './assets/typesetter.ts'
import { webPageFiles } from './assets/web-pages.ts'
import { Refusal, runCommand } from './refusal.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
export const FUNCTIONS_DIR = join(ROOT, 'dist/functions')

/** What a function needs beside its code. */
const BESIDE: Partial<Record<FunctionName, { files: (root: string) => Promise<AssetFile[]>; external?: string[] }>> = {
  'serve-web': { files: webPageFiles },
  'compile-brief': { files: typesetterFiles, external: [TYPST] },
}

/** Bundled CommonJS packages call `require` for Node's own modules, which an ES module does not have. */
const REQUIRE = "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);"

/** How a function is bundled; the bench bundles what it compares them with in the same way. */
export const BUNDLE_OPTIONS = {
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'none',
  banner: { js: REQUIRE },
  logLevel: 'error',
} satisfies BuildOptions

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
  for (const name of FUNCTION_NAMES) bundled.push(await bundleFunction(name, join(outDir, name)))
  await stop()
  return bundled
}

// One esbuild call a function: with several entries in one call, split chunks are shared between functions and lie outside
// each one's folder, where its asset would lack them. One after another, since seven at once hold 600 MB.
const bundleFunction = async (name: FunctionName, outdir: string): Promise<BundledFunction> => {
  const entry = `functions/${name}/handler.ts`
  if (!existsSync(join(ROOT, entry))) throw new Refusal(`${entry} is missing: it is the function ${name}.`)
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: { handler: entry },
    outdir,
    ...BUNDLE_OPTIONS,
    external: BESIDE[name]?.external ?? [],
    metafile: true,
    write: false,
  }).catch(() => {
    throw new Refusal(`${entry} cannot be bundled, for the reasons above.`)
  })
  const code = outputFiles.map((file) => ({ path: basename(file.path), contents: file.contents }))
  await settleFolder(outdir, [...code, ...((await BESIDE[name]?.files(ROOT)) ?? [])])
  return { name, ...sizes(metafile) }
}

const sizes = ({ outputs }: Metafile): { startBytes: number; lazyBytes: number } => {
  const start = new Set(Object.keys(outputs).filter((path) => basename(path) === 'handler.mjs'))
  for (const path of start) {
    for (const { kind, path: chunk } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && chunk in outputs) start.add(chunk)
    }
  }
  const bytes = (paths: string[]) => paths.reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0)
  const startBytes = bytes([...start])
  return { startBytes, lazyBytes: bytes(Object.keys(outputs)) - startBytes }
}

const printSizes = async (): Promise<void> => {
  const kb = (bytes: number) => `${(bytes / 1000).toFixed(0)} KB`
  for (const { name, startBytes, lazyBytes } of await bundleFunctions()) {
    const lazy = lazyBytes > 0 ? `  + ${kb(lazyBytes)} when used` : ''
    console.log(`${name.padEnd(16)}${kb(startBytes).padStart(8)}${lazy}`)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(printSizes)
