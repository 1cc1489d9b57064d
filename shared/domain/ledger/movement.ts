import * as z from 'zod'
import { Instant, PlainDate } from '../dates.ts'
import { dayInWords } from '../day-in-words.ts'
import { type Said, say } from '../words/say.ts'
import { carriedFacts } from './contribution.ts'

/** What a movement counts as. Pledges are in no total. */
export const MovementKind = z.enum(['pledge', 'commitment', 'disbursement'])
export type MovementKind = z.infer<typeof MovementKind>

/** Minor units of an ISO 4217 currency; the code was checked against the standard when it was read. */
const Money = z.lazy(() => z.strictObject({ minor: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) }))

export const RateDirection = z.enum(['usd-per-unit', 'units-per-usd'])
export type RateDirection = z.infer<typeof RateDirection>

/** How the US$ came about: as published by a source, or at a rate with its direction, source and date. */
const UsdBasis = z.lazy(() =>
  z.union([
    z.strictObject({ published: z.string() }),
    z.strictObject({ rate: z.string(), direction: RateDirection, source: z.string(), date: PlainDate }),
  ]),
)

/**
 * One append-only step of a contribution, with the facts it was recorded under. The US$ equivalent is frozen when recorded.
 * A tranche is a commitment of its year. A correction takes one movement back, with its sign turned, on its value date.
 */
export const Movement = z.lazy(() =>
  z.strictObject({
    contribution: z.string(),
    seq: z.int().positive(),
    type: z.enum([...MovementKind.options, 'correction']),
    date: PlainDate,
    /** `year`: only the year is known; the date is its last day. */
    precision: z.enum(['day', 'year']),
    amount: Money,
    usdCents: z.int(),
    usdBasis: UsdBasis,
    ...carriedFacts,
    /** Its contribution is committed for more than one year. */
    multiYear: z.boolean(),
    /** Of a correction: the movement it takes back, and what that counted as. */
    reverses: z.int().positive().optional(),
    reversesType: MovementKind.optional(),
    /** The movement taken back that this one stands in for, or is a part of. */
    replaces: z.int().positive().optional(),
    reason: z.string().optional(),
    /** Of a correction: the whole contribution was withdrawn with it. */
    withdraws: z.literal(true).optional(),
    /** Its contribution, withdrawn before, was recorded again with it. */
    restores: z.literal(true).optional(),
    recordedAt: Instant,
    /** Of what corrects: when that which it corrects was first recorded. */
    correctsFrom: Instant.optional(),
    recordedBy: z.string(),
    import: z.string().optional(),
  }),
)
export type Movement = z.infer<typeof Movement>

/** The year a movement counts in: its value date's. */
export const yearOf = (movement: Pick<Movement, 'date'>): number => Number(movement.date.slice(0, 4))

/** A day after today, or a year after this one: a year's payments are not all made before its end. */
export const isToCome = ({ date, precision }: Pick<Movement, 'date' | 'precision'>, today: PlainDate): boolean =>
  precision === 'year' ? date.slice(0, 4) > today.slice(0, 4) : date > today

/** Why money cannot have moved on a day; undefined when it can. The sector's first contributions are of after the war. */
export const yearMistake = (day: PlainDate): Said | undefined =>
  day < '1975' || day >= '2100' ? say`${dayInWords(day)} lies outside the years 1975 to 2099` : undefined

/** What a movement counts as; a correction counts against what it takes back. */
export const kindOf = (movement: Pick<Movement, 'type' | 'reversesType'>): MovementKind | undefined =>
  movement.type === 'correction' ? movement.reversesType : movement.type

/** What a withdrawal at that moment took back, in the order recorded. */
export const takenBackAt = (movements: readonly Movement[], at: Instant): Movement[] => {
  const reversed = new Set(
    movements.flatMap(({ withdraws, recordedAt, reverses }) => (withdraws && recordedAt === at ? [reverses] : [])),
  )
  return movements.filter(({ seq }) => reversed.has(seq)).toSorted((a, b) => a.seq - b.seq)
}

/** The movements that stand: no corrections, and nothing that one took back. In the order recorded. */
export const standing = (movements: readonly Movement[]): Movement[] => {
  const reversed = new Set(movements.map(({ reverses }) => reverses))
  return movements
    .filter(({ type, seq }) => type !== 'correction' && !reversed.has(seq))
    .toSorted((a, b) => a.seq - b.seq)
}

/** What of the ledger is looked at: what was recorded up to a moment, with the corrections of it up to another. */
export interface LedgerMoment {
  readonly asOf: Instant
  readonly correctedUntil: Instant
}

/** Whether a movement was known then. What was recorded later is news, however much a correction of it says. */
export const isKnownAt = (
  { recordedAt, correctsFrom = recordedAt }: Pick<Movement, 'recordedAt' | 'correctsFrom'>,
  { asOf, correctedUntil }: LedgerMoment,
): boolean => correctsFrom <= asOf && recordedAt <= correctedUntil
