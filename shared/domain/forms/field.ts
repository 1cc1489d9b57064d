import * as z from 'zod'
import { NotAvailable } from './figure.ts'

export type Counted = readonly [one: string, many: string]

/**
 * What a figure measures. A `flow` happens in the quarter and adds up over rows and over the year; a `level` is how much
 * there is at its end: it adds up over rows, the year to date is its latest; a `share` (a percentage, a median, an age) adds up nowhere.
 */
export type Measures = 'flow' | 'level' | 'share'

/** What a form, a CSV column and a brief need to know of a field; it travels as zod metadata, so it also reaches the JSON Schema. */
export interface FieldMeta {
  readonly label: string
  readonly kind:
    | 'count'
    | 'area'
    | 'adjustment'
    | 'percent'
    | 'decimal'
    | 'money'
    | 'choice'
    /** Several of a list; typed as their values with commas between. */
    | 'choices'
    | 'text'
    | 'long-text'
    | 'date'
    | 'group'
  /** m², %, days … */
  readonly unit?: string
  /** Of a figure, where its kind does not say it. @default a percentage or decimal is a share, money a level, any other a flow */
  readonly measures?: Measures
  /** One and several of what a count counts, as they stand behind a number in a sentence; a group says it for all its counts. */
  readonly counts?: Counted
  readonly help?: string
  /** The standard that defines the term, such as `IMAS 07.11`. */
  readonly standard?: string
  readonly optional?: boolean
  /** What an empty answer says, such as `Not known`. */
  readonly empty?: string
  /** Most characters of a text. */
  readonly longest?: number
  /** Lines to see while a text is typed; it is kept as one. */
  readonly lines?: number
  /** Asked once a year, in the report for the fourth quarter; may be left out in the others. */
  readonly yearly?: boolean
  /** The figure beside it, in the same group, that it is a part of: `women` for `womenWithDisabilities`. */
  readonly within?: string
  /** A day that lies ahead; any other date of a row is a day of the quarter. */
  readonly planned?: boolean
  /** Rows whose choice at `field` is one of `is` may name a day that has passed: what is late or done. */
  readonly overdue?: { readonly field: string; readonly is: readonly string[] }
  /** Belongs only to rows whose choice at `field` is one of `is`; where it is one of `needed`, it must be filled in. */
  readonly when?: { readonly field: string; readonly is: readonly string[]; readonly needed: readonly string[] }
}

/** What a field's figure measures. */
export const measuredBy = ({ kind, measures }: Pick<FieldMeta, 'kind' | 'measures'>): Measures => {
  if (measures !== undefined) return measures
  if (kind === 'percent' || kind === 'decimal') return 'share'
  return kind === 'money' ? 'level' : 'flow'
}

export type About = string | Omit<FieldMeta, 'kind'>
type OptionalAbout = Omit<FieldMeta, 'kind' | 'optional'>
const metaOf = (about: About, kind: FieldMeta['kind'], unit?: string): FieldMeta => ({
  ...(unit === undefined ? {} : { unit }),
  ...(typeof about === 'string' ? { label: about } : about),
  kind,
})

const figure = <T extends z.ZodType>(value: T) => z.union([value, NotAvailable])
/** Keeps sums of a thousand rows exact in a double. */
const LARGEST = 1_000_000_000_000

/** A whole number of things or people, or not available. @param counts what it counts, where its group does not say it */
export const count = (about: About, counts?: Counted) =>
  figure(z.int().min(0).max(LARGEST)).meta({ ...metaOf(about, 'count'), ...(counts ? { counts } : {}) })

/** Whole square metres, or not available; hectares are accepted on entry (1 ha = 10,000 m²). */
export const area = (about: About) => figure(z.int().min(0).max(LARGEST)).meta({ ...metaOf(about, 'area', 'm²') })

/** Whole square metres added (+) or taken away (−) to reconcile two inventories, or not available: then it explains no difference. */
export const adjustment = (about: About) =>
  figure(z.int().min(-LARGEST).max(LARGEST)).meta({ ...metaOf(about, 'adjustment', 'm²') })

/** A share of a hundred, or not available. */
export const percent = (about: About) => figure(z.number().min(0).max(100)).meta({ ...metaOf(about, 'percent', '%') })

/** A number with decimals, such as a median of days, or not available. */
export const decimal = (about: About, unit?: string) =>
  figure(z.number().min(0).max(LARGEST)).meta({ ...metaOf(about, 'decimal', unit) })

/** Whole US dollars, or not available. A plan, not a payment: payments are in the ledger, in minor units of their currency. */
export const money = (about: About) => figure(z.int().min(0).max(LARGEST)).meta({ ...metaOf(about, 'money', 'USD') })

/** A field that may be left out; then its row does not hold it. */
export const optional = <T extends z.ZodType>(field: T) => field.optional().meta({ ...field.meta(), optional: true })

/** A figure of the year: left out in the first three quarters, due in the fourth. */
export const yearly = <T extends z.ZodType>(field: T) =>
  field.optional().meta({ ...field.meta(), optional: true, yearly: true })

export const text = (about: About, longest = 200) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .meta({ ...metaOf(about, 'text'), longest })

export const optionalText = (about: OptionalAbout, longest = 200) =>
  z
    .string()
    .trim()
    .max(longest)
    .default('')
    .meta({ ...metaOf({ ...about, optional: true }, 'text'), longest })

export const longText = (about: About, longest = 1500) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .meta({ ...metaOf(about, 'long-text'), longest })

export const optionalLongText = (about: OptionalAbout, longest = 1500) =>
  z
    .string()
    .trim()
    .max(longest)
    .default('')
    .meta({ ...metaOf({ ...about, optional: true }, 'long-text'), longest })

export const date = (about: About) => z.iso.date().meta({ ...metaOf(about, 'date') })

/** A day, or nothing. */
export const optionalDate = (about: OptionalAbout) =>
  z
    .union([z.literal(''), z.iso.date()])
    .default('')
    .meta({ ...metaOf({ ...about, optional: true }, 'date') })

/** Looked up by name in the sector, or given as value → label. */
export type Options = 'provinces' | 'operators' | Readonly<Record<string, string>>
const oneOf = (options: Options) => (typeof options === 'string' ? z.string().min(1) : z.enum(Object.keys(options)))

/** One of a list. */
export const choice = (about: About, options: Options) => oneOf(options).meta({ ...metaOf(about, 'choice'), options })

/** One of a list, or nothing. */
export const optionalChoice = (about: OptionalAbout, options: Options) =>
  z
    .union([z.literal(''), oneOf(options)])
    .default('')
    .meta({ ...metaOf({ ...about, optional: true }, 'choice'), options })

/** Several of a list, or none; where some are needed, a check says so. */
export const optionalChoices = (about: OptionalAbout, options: Exclude<Options, string>) =>
  z
    .array(oneOf(options))
    .default([])
    .meta({ ...metaOf({ ...about, optional: true }, 'choices'), options })

/** Fields under one heading. @param counts what its counts count, for all that do not say it */
export const group = <S extends z.ZodRawShape>(about: About, shape: S, counts?: Counted) =>
  z.strictObject(shape).meta({ ...metaOf(about, 'group'), ...(counts ? { counts } : {}) })
