import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { prepareDatabaseFile } from '#infra/local/dynamodb/database-file.ts'
import { temporaryFolder } from './fixture-system.ts'

describe('the database file', () => {
  test('is made with an index for stream records before the store sees it', async () => {
    const path = join(temporaryFolder(), 'table.db')
    await prepareDatabaseFile(path)
    expect(readFileSync(path, 'latin1')).toContain('CREATE INDEX stream_by_sequence')
  })

  test('is left alone where there is one', async () => {
    const path = join(temporaryFolder(), 'table.db')
    writeFileSync(path, 'in use')
    await prepareDatabaseFile(path)
    expect(readFileSync(path, 'utf8')).toBe('in use')
  })
})
