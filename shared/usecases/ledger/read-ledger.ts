import type { Actor } from '#shared/domain/contact.ts'
import type { Instant } from '#shared/domain/dates.ts'
import { changeOn, type YearChange } from '#shared/domain/ledger/analysis/change.ts'
import type { OfSource } from '#shared/domain/ledger/analysis/funding.ts'
import type { Movement } from '#shared/domain/ledger/movement.ts'
import { yearOf } from '#shared/domain/ledger/movement.ts'
import type { Deps } from '../deps.ts'
import { analyseLedger, type LedgerYear } from './analyse-ledger.ts'
import { onlyReaders } from './read-contribution.ts'

const PAGE = 100
/** No further page is looked for; a filter leads there sooner. */
const MOST_PAGES = 1000

/** What to list; an empty text leaves a question open. */
export interface LedgerFilter {
  readonly year: string
  readonly donor: string
  readonly source: string
  readonly type: string
}

export interface LedgerView {
  /** The years that have movements, newest first, as each source tells them. */
  readonly years: readonly (LedgerYear & { readonly changes: ReadonlyMap<string, YearChange> })[]
  readonly donors: readonly { readonly id: string; readonly name: string }[]
  /** One page of the movements asked for, latest value date first. */
  readonly movements: readonly Movement[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

/** The ledger: its analysis, and a page of the movements that a filter asks for. @throws UserError `forbidden` */
export const readLedger =
  (deps: Deps) =>
  async (filter: LedgerFilter & { page: number }, actor: Actor, now: Instant): Promise<LedgerView> => {
    onlyReaders(deps, actor, now)
    const wanted = matches(filter)
    const first = new FirstMovements(Math.min(Math.max(1, filter.page), MOST_PAGES) * PAGE)
    const years = await analyseLedger(deps)((movement) => {
      if (wanted(movement)) first.add(movement)
    })
    const pages = Math.max(1, Math.ceil(first.count / PAGE))
    const page = Math.min(Math.max(1, filter.page), pages)
    return {
      years: years.map((year, index) => ({ ...year, changes: changesOn(years[index + 1], year) })),
      donors: donorsIn(years.flatMap(({ sources }) => sources)),
      movements: first.result().slice((page - 1) * PAGE, page * PAGE),
      total: first.count,
      page,
      pages,
    }
  }

/** Whether a movement is asked for. */
export const matches =
  ({ year, donor, source, type }: LedgerFilter) =>
  (movement: Movement): boolean =>
    (year === '' || yearOf(movement) === Number(year)) &&
    (donor === '' || movement.donor.id === donor) &&
    (source === '' || movement.source === source) &&
    (type === '' || movement.type === type)

/** How what each source says was paid changed, where the year before is known. */
const changesOn = (before: LedgerYear | undefined, year: LedgerYear): ReadonlyMap<string, YearChange> =>
  new Map(
    year.sources.flatMap((current) => {
      const previous =
        before?.year === year.year - 1 ? before.sources.find(({ source }) => source === current.source) : undefined
      const change = changeOn(previous, current)
      return change ? [[current.source, change] as const] : []
    }),
  )

const donorsIn = (sources: readonly OfSource[]) =>
  [...new Map(sources.flatMap(({ donors }) => donors.map(({ id, name }) => [id, name] as const)))]
    .map(([id, name]) => ({ id, name }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))

/** Keeps the first so many movements in the order of the list, and counts the rest: a long year never stands in memory whole. */
class FirstMovements {
  private kept: Movement[] = []
  count = 0

  constructor(private readonly most: number) {}

  add(movement: Movement): void {
    this.count++
    this.kept.push(movement)
    if (this.kept.length >= 2 * this.most) this.kept = this.result()
  }

  result(): Movement[] {
    return this.kept.toSorted(latestFirst).slice(0, this.most)
  }
}

const latestFirst = (a: Movement, b: Movement): number =>
  order(b.date, a.date) || order(a.contribution, b.contribution) || a.seq - b.seq
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
