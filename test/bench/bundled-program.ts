import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, stop } from 'esbuild'
import { BUNDLE_OPTIONS } from '#infra/bundle.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

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
    ...BUNDLE_OPTIONS,
    external,
  })
  await stop()
  if (external.length > 0) symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir')
  return join(folder, 'program.mjs')
}
