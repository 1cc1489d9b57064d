import type { Actor } from '#shared/domain/contact.ts'
import type { Instant, PlainDate } from '#shared/domain/dates.ts'
import { byPillar } from '#shared/domain/ledger/analysis/year.ts'
import { isKnownAt, kindOf, type Movement, yearOf } from '#shared/domain/ledger/movement.ts'
import { UNSTATED_PILLAR } from '#shared/domain/ledger/pillar.ts'
import { eachMovementOf, ledgerYears } from '#shared/records/ledger.ts'
import type { Deps } from '../deps.ts'
import { onlyReaders } from './read-contribution.ts'

const PAGE = 100
/** No further page is looked for; a filter leads there sooner. */
const MOST_PAGES = 1000
const LAST_DAY = '9999-12-31'

/** What to list; an empty text leaves a question open. */
export interface LedgerFilter {
  readonly year: string
  readonly donor: string
  readonly source: string
  /** What movements count as; corrections stand with what they take back. */
  readonly type: string
  /** By the name that all share; `UNSTATED_PILLAR` for what nobody stated. */
  readonly pillar: string
  /** First and last value date. */
  readonly from?: PlainDate
  readonly until?: PlainDate
  /** The ledger as it stood then: nothing that was recorded later. */
  readonly asOf?: Instant
  /** Corrections of that are taken in up to here. */
  readonly correctedUntil?: Instant
}

export interface MovementList {
  /** The years that have movements, newest first. */
  readonly years: readonly number[]
  /** Who gave in what was read: in the year asked for, or ever. */
  readonly donors: readonly { readonly id: string; readonly name: string }[]
  /** One page of the movements asked for, latest value date first. */
  readonly movements: readonly Movement[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

/** A page of the movements that a filter asks for. Of one year only that is read. @throws UserError `forbidden` */
export const listMovements =
  (deps: Deps) =>
  async (filter: LedgerFilter & { page: number }, actor: Actor, now: Instant): Promise<MovementList> => {
    onlyReaders(deps, actor, now)
    const wanted = matches(filter)
    const first = new FirstMovements(Math.min(Math.max(1, filter.page), MOST_PAGES) * PAGE)
    const donors = new Map<string, string>()
    const years = await ledgerYears(deps.records)
    const read = years.filter((one) => filter.year === '' || one === Number(filter.year)).filter(within(filter))
    await eachMovementOf(deps.records, read, (movement) => {
      const { id, name } = movement.donor
      // Of two spellings the first in the alphabet: the order of reading decides nothing.
      if (name < (donors.get(id) ?? '\uffff')) donors.set(id, name)
      if (wanted(movement)) first.add(movement)
    })
    const pages = Math.max(1, Math.ceil(first.count / PAGE))
    const page = Math.min(Math.max(1, filter.page), pages)
    return {
      years,
      donors: [...donors].map(([id, name]) => ({ id, name })).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      movements: first.result().slice((page - 1) * PAGE, page * PAGE),
      total: first.count,
      page,
      pages,
    }
  }

/** Whether a year holds days that are asked for. */
const within =
  ({ from = '', until = LAST_DAY }: LedgerFilter) =>
  (year: number): boolean =>
    `${year}-12-31` >= from && `${year}-01-01` <= until

/** Whether a movement belongs to the ledger as it stood then; to that of now where no moment is asked for. */
export const knownIn =
  ({ asOf, correctedUntil = asOf }: Pick<LedgerFilter, 'asOf' | 'correctedUntil'>) =>
  (movement: Movement): boolean =>
    asOf === undefined || correctedUntil === undefined || isKnownAt(movement, { asOf, correctedUntil })

/** Whether a movement is asked for. */
export const matches =
  ({ year, donor, source, type, pillar, from = '', until = LAST_DAY, ...moment }: LedgerFilter) =>
  (movement: Movement): boolean =>
    from <= movement.date &&
    movement.date <= until &&
    knownIn(moment)(movement) &&
    (year === '' || yearOf(movement) === Number(year)) &&
    (donor === '' || movement.donor.id === donor) &&
    (source === '' || movement.source === source) &&
    (type === '' || movement.type === type || kindOf(movement) === type) &&
    (pillar === '' || byPillar(movement, 0n).some(([name]) => (name || UNSTATED_PILLAR) === pillar))

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
