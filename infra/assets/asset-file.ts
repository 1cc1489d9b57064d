import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

/** One file of a function's asset. */
export interface AssetFile {
  /** Within the asset, with forward slashes. */
  readonly path: string
  readonly contents: Uint8Array
}

/**
 * Makes `folder` hold exactly `files`.
 * What already has the right contents is left untouched and the rest is moved into place whole, so that two builds of
 * the same source at the same time (tests, a running system) never read each other's half-written files.
 */
export const settleFolder = async (folder: string, files: readonly AssetFile[]): Promise<void> => {
  const wanted = new Set(files.map((file) => join(folder, file.path)))
  const present = await filesBelow(folder)
  await Promise.all(present.filter((path) => !wanted.has(path)).map((path) => rm(path, { force: true })))
  await Promise.all(files.map((file) => settleFile(folder, file)))
}

const settleFile = async (folder: string, file: AssetFile): Promise<void> => {
  const path = join(folder, file.path)
  const present = await readFile(path).catch(() => undefined)
  if (present?.equals(file.contents)) return
  await mkdir(dirname(path), { recursive: true })
  // Beside the folder, so that a build that is killed leaves nothing in the asset.
  const unfinished = `${folder}.${randomUUID()}`
  await writeFile(unfinished, file.contents)
  await rename(unfinished, path)
}

const filesBelow = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))
}

/** Every file below `source` that is wanted, to stand below `target` in the asset. */
export const folderFiles = async (
  source: string,
  target: string,
  wanted: (path: string) => boolean = () => true,
): Promise<AssetFile[]> =>
  Promise.all(
    (await filesBelow(source)).filter(wanted).map(async (path) => ({
      path: `${target}/${relative(source, path).replaceAll('\\', '/')}`,
      contents: await readFile(path),
    })),
  )
