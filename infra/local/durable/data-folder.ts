import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '#infra/make-folder.ts'
import { Refusal } from '#infra/refusal.ts'

/** Where a local system keeps its things. One process at a time owns the folder. */
export interface DataFolder {
  readonly path: string
  readonly database: string
  readonly journal: string
  readonly log: string
  readonly mail: string
  /** Gives the folder up. */
  release(): void
}

/**
 * Takes a folder into possession, made anew with `fresh`.
 * @throws Refusal when another living process owns it, it holds somebody else's files, or it cannot be a folder.
 */
export const takeDataFolder = (path: string, fresh: boolean): DataFolder => {
  claimable(path)
  const lock = join(path, 'lock')
  takeLock(lock, path)
  const folder: DataFolder = {
    path,
    database: join(path, 'table.db'),
    journal: join(path, 'journal.jsonl'),
    log: join(path, 'functions.log'),
    mail: join(path, 'mail'),
    release: () => rmSync(lock, { force: true }),
  }
  if (fresh) {
    const database = ['', '-wal', '-shm'].map((suffix) => folder.database + suffix)
    for (const own of [...database, folder.journal, folder.log, folder.mail])
      rmSync(own, { recursive: true, force: true })
  }
  mkdirSync(folder.mail, { recursive: true })
  return folder
}

/** Makes the folder. Only an empty one, or one that a local system began, is ours to write in and to clear. */
const claimable = (path: string): void => {
  let entries: string[]
  try {
    makeFolder(path)
    entries = readdirSync(path)
  } catch (cause) {
    throw new Refusal(`${path} cannot be a folder for the data; choose another with --data.`, { cause })
  }
  const begun =
    entries.every((name) => BEGUN.has(name)) &&
    !(entries.includes('mail') && readdirSync(join(path, 'mail')).length > 0)
  if (!begun && !entries.includes('journal.jsonl')) {
    throw new Refusal(`${path} holds other files than a local system's; choose an empty folder with --data.`)
  }
}

/** What a first start leaves that was broken off before anything was stored. */
const BEGUN: ReadonlySet<string> = new Set(['lock', 'mail', 'cdk.out', 'functions.log', 'table.db', 'table.db.pid'])

const takeLock = (lock: string, path: string): void => {
  const owner = existsSync(lock) ? readFileSync(lock, 'utf8') : undefined
  if (owner !== undefined) {
    if (isAlive(owner))
      throw new Refusal(
        `The data in ${path} are in use by process ${owner.split(' ')[0]}; end it, or choose other data.`,
      )
    rmSync(lock, { force: true })
  }
  try {
    const file = openSync(lock, 'wx')
    writeSync(file, identityOf(process.pid) ?? String(process.pid))
    closeSync(file)
  } catch (cause) {
    const taken = (cause as NodeJS.ErrnoException).code === 'EEXIST'
    throw new Refusal(
      taken
        ? `The data in ${path} were just taken by another process.`
        : `Nothing can be written in ${path}; choose another folder with --data.`,
      { cause },
    )
  }
}

/** A process by its number and, where Linux tells, the moment it started: after a restart of the machine the number may be another's. */
const identityOf = (pid: number): string | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return state === 'Z' ? undefined : `${pid} ${fields[18]}`
  } catch {
    return undefined
  }
}

const isAlive = (owner: string): boolean => {
  const pid = Number(owner.split(' ')[0])
  if (!Number.isInteger(pid) || pid <= 0) return false
  if (existsSync('/proc/self/stat')) return identityOf(pid) === owner
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
