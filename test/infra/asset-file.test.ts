import { mkdtemp, readdir, readFile, rm, stat, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { settleFolder } from '#infra/assets/asset-file.ts'

const file = (path: string, text: string) => ({ path, contents: Buffer.from(text) })
const LONG_AGO = new Date('2020-01-01T00:00:00Z')

let parent: string
let folder: string
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'asset-file-'))
  folder = join(parent, 'asset')
})
afterEach(() => rm(parent, { recursive: true }))

it('what an earlier build left behind is not deployed', async () => {
  await settleFolder(folder, [file('handler.mjs', 'old'), file('chunk-old.mjs', 'x'), file('deep/er.txt', 'x')])
  await settleFolder(folder, [file('handler.mjs', 'new')])
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  expect(files.map(({ name }) => name)).toEqual(['handler.mjs'])
  expect(await readFile(join(folder, 'handler.mjs'), 'utf8')).toBe('new')
})

it('a file that has not changed is left alone while others may be reading it', async () => {
  await settleFolder(folder, [file('handler.mjs', 'same'), file('other.mjs', 'old')])
  for (const name of ['handler.mjs', 'other.mjs']) await utimes(join(folder, name), LONG_AGO, LONG_AGO)
  await settleFolder(folder, [file('handler.mjs', 'same'), file('other.mjs', 'new')])
  expect((await stat(join(folder, 'handler.mjs'))).mtime).toEqual(LONG_AGO)
  expect((await stat(join(folder, 'other.mjs'))).mtime).not.toEqual(LONG_AGO)
})

it('builds of the same source at the same time end in the same folder, with nothing beside it', async () => {
  const files = Array.from({ length: 20 }, (_, index) => file(`chunk-${index}.mjs`, `${index}`.repeat(5000)))
  await Promise.all(Array.from({ length: 5 }, () => settleFolder(folder, files)))
  expect((await readdir(folder)).sort()).toEqual(files.map(({ path }) => path).sort())
  expect(await readdir(parent)).toEqual(['asset'])
})
