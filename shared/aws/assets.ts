import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Assets } from '#shared/web/assets.ts'

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** The files that were built beside the function. Names are compared with those in the folder, so none leads out of it. */
export const assetsIn = (folder: string): Assets => {
  const names = new Set(readdirSync(folder))
  return (name) => {
    const contentType = CONTENT_TYPES[extname(name)]
    return names.has(name) && contentType ? { bytes: readFileSync(join(folder, name)), contentType } : undefined
  }
}
