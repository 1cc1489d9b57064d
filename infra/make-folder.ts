import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it, one after the other: Node's own recursion never ends where the system answers that the
 * folder above does not exist, as `/proc` does.
 * @throws Error of the system when one cannot be made
 */
export const makeFolder = (path: string): void => {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path)
}
