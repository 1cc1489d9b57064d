import * as z from 'zod'
import { NotAvailable } from './figure.ts'

/** What a form, a CSV column and a brief need to know of a field; it travels as zod metadata, so it also reaches the JSON Schema. */
export interface FieldMeta {
  readonly label: string
  readonly kind:
    | 'count'
    | 'area'
    | 'adjustment'
    | 'percent'
    | 'decimal'
    | 'choice'
    | 'text'
    | 'long-text'
    | 'date'
    | 'group'
  /** m², %, days … */
  readonly unit?: string
  readonly help?: string
  /** The standard that defines the term, such as `IMAS 07.11`. */
  readonly standard?: string
  readonly optional?: boolean
}

type About = string | Omit<FieldMeta, 'kind'>
const metaOf = (about: About, kind: FieldMeta['kind'], unit?: string): FieldMeta => ({
  ...(unit === undefined ? {} : { unit }),
  ...(typeof about === 'string' ? { label: about } : about),
  kind,
})

const figure = <T extends z.ZodType>(value: T) => z.union([value, NotAvailable])
/** Keeps sums of a thousand rows exact in a double. */
const LARGEST = 1_000_000_000_000

/** A whole number of things or people, or not available. */
export const count = (about: About) => figure(z.int().min(0).max(LARGEST)).meta({ ...metaOf(about, 'count') })

/** Whole square metres, or not available; hectares are accepted on entry (1 ha = 10,000 m²). */
export const area = (about: About) => figure(z.int().min(0).max(LARGEST)).meta({ ...metaOf(about, 'area', 'm²') })

/** Whole square metres added (+) or taken away (−) to reconcile two inventories. */
export const adjustment = (about: About) =>
  figure(z.int().min(-LARGEST).max(LARGEST)).meta({ ...metaOf(about, 'adjustment', 'm²') })

export const text = (about: About, longest = 200) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .meta({ ...metaOf(about, 'text') })

export const optionalText = (about: Omit<FieldMeta, 'kind' | 'optional'>, longest = 200) =>
  z
    .string()
    .trim()
    .max(longest)
    .default('')
    .meta({ ...metaOf({ ...about, optional: true }, 'text') })

export const longText = (about: About, longest = 1500) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .meta({ ...metaOf(about, 'long-text') })

export const optionalLongText = (about: Omit<FieldMeta, 'kind' | 'optional'>, longest = 1500) =>
  z
    .string()
    .trim()
    .max(longest)
    .default('')
    .meta({ ...metaOf({ ...about, optional: true }, 'long-text') })

export const date = (about: About) => z.iso.date().meta({ ...metaOf(about, 'date') })

/** One of a list; the options are looked up by name in the sector (`provinces`, `operators`) or given. */
export const choice = (about: About, options: 'provinces' | 'operators' | Readonly<Record<string, string>>) =>
  z
    .string()
    .min(1)
    .meta({ ...metaOf(about, 'choice'), options })

/** Fields under one heading. */
export const group = <S extends z.ZodRawShape>(about: About, shape: S) =>
  z.strictObject(shape).meta({ ...metaOf(about, 'group') })

const PEOPLE = {
  women: 'Women',
  men: 'Men',
  girls: 'Girls (0–17)',
  boys: 'Boys (0–17)',
  unknown: 'Sex or age unknown',
} as const

/** People by sex and age (SADD), each with "of which persons with disabilities" (Washington Group). */
export const sadd = (about: About) =>
  group(about, {
    ...(Object.fromEntries(
      Object.entries(PEOPLE).flatMap(([key, label]) => [
        [key, count(label)],
        [`${key}WithDisabilities`, count(`${label}: of which persons with disabilities`)],
      ]),
    ) as Record<keyof typeof PEOPLE | `${keyof typeof PEOPLE}WithDisabilities`, ReturnType<typeof count>>),
  })
