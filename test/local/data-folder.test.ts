import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeDataFolder } from '#infra/local/durable/data-folder.ts'

describe('the data folder', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'data-folder-'))
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  it('leaves somebody else’s files alone, and says so', () => {
    mkdirSync(join(root, 'mail'))
    writeFileSync(join(root, 'mail', 'precious.txt'), 'mine')
    expect(() => takeDataFolder(root, true)).toThrow('holds other files')
    expect(existsSync(join(root, 'mail', 'precious.txt'))).toBe(true)
  })

  it('cannot be a file', () => {
    writeFileSync(join(root, 'file'), '')
    expect(() => takeDataFolder(join(root, 'file'), false)).toThrow('cannot be a folder')
    expect(() => takeDataFolder(join(root, 'file', 'below'), false)).toThrow('cannot be a folder')
  })

  it('is forgotten with --fresh when a local system began it', () => {
    const first = takeDataFolder(join(root, 'data'), false)
    writeFileSync(first.journal, '')
    writeFileSync(join(first.mail, 'a.eml'), 'old')
    first.release()
    takeDataFolder(join(root, 'data'), true).release()
    expect(existsSync(join(first.mail, 'a.eml'))).toBe(false)
  })
})
