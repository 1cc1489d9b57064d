import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeDataFolder } from '#infra/local/durable/data-folder.ts'

/** Empty, and closed for everybody. */
const UNWRITABLE = '/sys/kernel/security'

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

  it.skipIf(!existsSync('/proc/self'))('is refused where no folder can be made (needs Linux)', () => {
    expect(() => takeDataFolder('/proc/data', false)).toThrow('/proc/data cannot be a folder for the data')
    expect(() => takeDataFolder('/proc/data/below', true)).toThrow('cannot be a folder')
  })

  it.skipIf(!existsSync(UNWRITABLE))('is refused where nothing can be written (needs Linux)', () => {
    expect(() => takeDataFolder(UNWRITABLE, false)).toThrow(`Nothing can be written in ${UNWRITABLE}`)
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
