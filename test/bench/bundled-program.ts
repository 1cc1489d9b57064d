import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, stop } from 'esbuild'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const REQUIRE = "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);"

/**
 * Bundles a program with the options of the functions' own bundles, so that only the content differs.
 * @param source TypeScript that imports as the project's files do
 * @param external packages left out; they are found through a link to the project's own
 * @returns the path of the bundle, in `folder`
 */
export const bundledProgram = async (folder: string, source: string, external: string[] = []): Promise<string> => {
  await build({
    absWorkingDir: ROOT,
    stdin: { contents: source, resolveDir: ROOT, loader: 'ts', sourcefile: 'program.ts' },
    outdir: folder,
    entryNames: 'program',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    minify: true,
    legalComments: 'none',
    external,
    banner: { js: REQUIRE },
    logLevel: 'error',
  })
  await stop()
  if (external.length > 0) symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir')
  return join(folder, 'program.mjs')
}
