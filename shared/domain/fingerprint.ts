import { createHash } from 'node:crypto'

/** SHA-256 as 64 hex digits over the parts, which cannot run into each other. */
export const fingerprint = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex')
