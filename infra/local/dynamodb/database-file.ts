import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'

/**
 * The store looks up the next sequence number of a stream on each write and has no index for it: 3 ms become 14 after 9,000 records.
 * A database that already has the table, with an index, is taken as it is.
 */
const SCHEMA = `
  CREATE TABLE _stream_records (id INTEGER PRIMARY KEY AUTOINCREMENT, table_name TEXT NOT NULL, event_name TEXT NOT NULL,
    keys_json TEXT NOT NULL, new_image TEXT, old_image TEXT, sequence_number TEXT NOT NULL, shard_id TEXT NOT NULL,
    created_at INTEGER NOT NULL, user_identity TEXT);
  CREATE INDEX stream_by_sequence ON _stream_records(table_name, CAST(sequence_number AS INTEGER));`

const PROGRAM = `
  import sqlite from 'node-sqlite3-wasm'
  const database = new sqlite.Database(process.argv[1])
  database.exec(process.argv[2])
  database.close()`

/**
 * Makes the database file where there is none. In a process of its own, whose memory is gone afterwards; the library cannot open a file that the store
 * has used. Without the library (an optional dependency) the store makes its own file and is slower.
 */
export const prepareDatabaseFile = async (path: string): Promise<void> => {
  if (existsSync(path) || !isInstalled()) return
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', PROGRAM, path, SCHEMA], {
    cwd: import.meta.dirname,
    env: {},
  })
}

const isInstalled = (): boolean => {
  try {
    createRequire(import.meta.url).resolve('node-sqlite3-wasm')
    return true
  } catch {
    return false
  }
}
