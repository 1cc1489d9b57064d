import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleForNode } from '#infra/bundle.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const ENTRY = join(ROOT, 'program.ts')

/**
 * Bundles a program as the functions are bundled, so that only the content differs.
 * @param source TypeScript that imports as the project's files do
 * @param external packages left out; they are found through a link to the project's own
 * @param folder made when it is not there
 * @returns the path of the bundle, in `folder`
 */
export const bundledProgram = async (folder: string, source: string, external: string[] = []): Promise<string> => {
  const inMemory = {
    name: 'program',
    resolveId: (id: string) => (id === ENTRY ? id : undefined),
    load: (id: string) => (id === ENTRY ? source : undefined),
  }
  mkdirSync(folder, { recursive: true })
  for (const { fileName, code } of await bundleForNode('program', ENTRY, external, [inMemory]))
    writeFileSync(join(folder, fileName), code)
  if (external.length > 0) symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir')
  return join(folder, 'program.mjs')
}
