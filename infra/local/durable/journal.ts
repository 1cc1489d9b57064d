import { closeSync, existsSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import * as z from 'zod'
import { Entry } from './entries.ts'

const Line = z.array(Entry)

/** Bytes after which the journal is written anew with only what still counts. */
const COMPACT_AT = 16 * 1024 * 1024

/**
 * An append-only file, one line a set of facts. A line is in the system's page cache before `append` returns, so it outlives a killed process
 * (a power cut may take the last ones); a line without its end was being written when the process died, and its facts were never relied upon.
 */
export class Journal {
  readonly #path: string
  readonly #snapshot: () => readonly Entry[]
  #file: number
  #bytes = 0

  /**
   * Replays what is there into `apply`, then writes it anew compacted.
   * @param snapshot the facts that still count.
   */
  constructor(path: string, apply: (entry: Entry) => void, snapshot: () => readonly Entry[]) {
    this.#path = path
    this.#snapshot = snapshot
    for (const entry of replay(path)) apply(entry)
    this.#file = this.#rewrite()
  }

  append(entries: readonly Entry[]): void {
    this.#bytes += writeSync(this.#file, `${JSON.stringify(entries)}\n`)
  }

  /** Call when the facts last appended are part of the snapshot. */
  compactWhenLarge(): void {
    if (this.#bytes < COMPACT_AT) return
    closeSync(this.#file)
    this.#file = this.#rewrite()
  }

  close(): void {
    closeSync(this.#file)
  }

  #rewrite(): number {
    const text = this.#snapshot()
      .map((entry) => `${JSON.stringify([entry])}\n`)
      .join('')
    writeFileSync(`${this.#path}.new`, text)
    renameSync(`${this.#path}.new`, this.#path)
    this.#bytes = 0
    return openSync(this.#path, 'a')
  }
}

const replay = (path: string): Entry[] => {
  if (!existsSync(path)) return []
  const text = readFileSync(path, 'utf8')
  const complete = text.slice(0, text.lastIndexOf('\n') + 1)
  return complete
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => Line.parse(JSON.parse(line)))
}
