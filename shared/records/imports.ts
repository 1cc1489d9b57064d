import { addMs, type Instant } from '#shared/domain/dates.ts'
import { ImportFile } from '#shared/domain/ledger/import/import-file.ts'
import { keys, lists } from './keys.ts'
import { itemOf, readItem, type Stored, unchanged } from './record.ts'
import { collect, type RecordStore, type Write } from './record-store.ts'

/** Stays under DynamoDB's 400 KB an item with room for the keys. */
const PART_BYTES = 300_000

/** So long an import goes on by its events; what stands still for longer waits for the sweep, which so meets it once. */
const GOES_ON_MS = 60_000

/** The sweep looks at an import that was broken off while its rows were written. */
export const importWrite = (file: ImportFile, stored: Stored<ImportFile> | undefined, now: Instant): Write => ({
  put: itemOf(keys.importFile(file.id), file, (stored?.version ?? 0) + 1, {
    list: [lists.imports, `${file.at}#${file.id}`],
    ...(file.status === 'writing' ? { due: addMs(now, GOES_ON_MS) } : {}),
  }),
  when: unchanged(stored),
})

/** From here on its rows are seen. */
export const importCompleteWrite = (id: string): Write => ({
  put: itemOf(keys.importComplete(id), { file: id }, 1),
  when: 'absent',
})

export const readImportFile = async (records: RecordStore, id: string): Promise<Stored<ImportFile> | undefined> =>
  readItem(ImportFile, await records.get(keys.importFile(id)))

/** The newest first. */
export const latestImports = async (records: RecordStore, limit: number): Promise<ImportFile[]> =>
  (await collect(records.query({ index: 'GSI1', partition: lists.imports, newestFirst: true, limit }))).map((item) =>
    ImportFile.parse(item.data),
  )

/** The file itself, in parts that fit into items. */
export const importPartWrites = (id: string, csv: string): Write[] => {
  const bytes = Buffer.from(csv, 'utf8')
  return Array.from({ length: Math.max(1, Math.ceil(bytes.length / PART_BYTES)) }, (_, part) => ({
    put: { ...keys.importPart(id, part), bytes: bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES) },
  }))
}

export const readImportCsv = async (records: RecordStore, id: string, parts: number): Promise<string> => {
  const read = await Promise.all(Array.from({ length: parts }, (_, part) => records.get(keys.importPart(id, part))))
  return Buffer.concat(read.map((item) => item?.bytes as Uint8Array)).toString('utf8')
}
