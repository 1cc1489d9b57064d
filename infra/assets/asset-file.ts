import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

/** One file of a function's asset: bytes, or a file to copy, which may be large (the typesetter's has 50 MB) and is never held whole. */
export type AssetFile = {
  /** Within the asset, with forward slashes. */
  readonly path: string
} & ({ readonly contents: Uint8Array } | { readonly from: string })

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
  if (await isSettled(path, file)) return
  await mkdir(dirname(path), { recursive: true })
  // Beside the folder, so that a build that is killed leaves nothing in the asset.
  const unfinished = `${folder}.${randomUUID()}`
  await ('from' in file ? copyFile(file.from, unfinished) : writeFile(unfinished, file.contents))
  await rename(unfinished, path)
}

const isSettled = async (path: string, file: AssetFile): Promise<boolean> => {
  const present = await stat(path).catch(() => undefined)
  if (!present) return false
  return 'from' in file ? sameFile(path, file.from) : (await readFile(path)).equals(file.contents)
}

const PIECE_BYTES = 1 << 20

/** Compares two files piece by piece. */
const sameFile = async (a: string, b: string): Promise<boolean> => {
  const files = await Promise.all([open(a), open(b)])
  try {
    const pieces = files.map(() => Buffer.alloc(PIECE_BYTES))
    for (;;) {
      const read = await Promise.all(files.map((file, index) => file.read(pieces[index] as Buffer, 0, PIECE_BYTES)))
      const [one, other] = read.map(({ bytesRead, buffer }) => buffer.subarray(0, bytesRead))
      if (!one || !other || !one.equals(other)) return false
      if (one.length === 0) return true
    }
  } finally {
    await Promise.all(files.map((file) => file.close()))
  }
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
  (await filesBelow(source))
    .filter(wanted)
    .map((path) => ({ path: `${target}/${relative(source, path).replaceAll('\\', '/')}`, from: path }))
