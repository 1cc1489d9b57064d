import type * as z from 'zod'
import type { FieldMeta } from './field.ts'
import type { Figure } from './figure.ts'

/** A field of a form as a page, a CSV column or a table sees it. */
export interface Field extends FieldMeta {
  /** Where the value stands in the row: `areaCleared`, `beneficiaries.women`. */
  readonly path: string
  readonly schema: z.ZodType
  readonly options?: 'provinces' | 'operators' | Readonly<Record<string, string>>
  /** Heading of the group it belongs to, outermost first. */
  readonly groups: readonly string[]
}

/** One row as stored: typed values, nested as in the schema. */
export type Row = Readonly<Record<string, unknown>>

/** What a check may look at besides the row: the same row one quarter earlier, and up to four quarters, newest first. */
export interface RowHistory {
  readonly previous?: Row
  readonly lastFour: readonly Row[]
}

/** A rule over one row. It answers with a sentence when the row breaks it. */
export interface Check {
  readonly id: string
  /** `block` must be mended before submission; `warn` asks for a comment. */
  readonly level: 'block' | 'warn'
  /** Paths of the fields it speaks about; the message is shown at the first. */
  readonly fields: readonly string[]
  readonly test: (row: Row, history: RowHistory) => string | undefined
}

/** A figure that briefs follow over time: a sum over the rows of a report. */
export interface Indicator {
  readonly id: string
  readonly label: string
  readonly unit: string
  /** Paths that are added up in each row. */
  readonly paths: readonly string[]
}

export interface RowForm {
  readonly schema: z.ZodObject
  /** Fields that together name a row; no two rows of a report share them. */
  readonly key: readonly string[]
  /** What a row is, in words: `province and operator`. */
  readonly noun: string
  /** 1 where the report has exactly one row, which then needs no key; any number of rows unless given. */
  readonly most?: number
  readonly checks: readonly Check[]
  readonly indicators: readonly Indicator[]
}

/** The report form of one TWG. Header and narrative are the same for all; the rows are its own. */
export interface Form {
  readonly twg: string
  /** Raised when a field changes its meaning; a stored report keeps the version it was written with. */
  readonly version: number
  readonly rows?: RowForm
}

/** The fields of an object schema in order, groups flattened. */
export const fieldsOf = (schema: z.ZodObject, prefix = '', groups: readonly string[] = []): Field[] =>
  Object.entries(schema.shape).flatMap(([key, value]) => {
    const fieldSchema = value as z.ZodType
    const meta = fieldSchema.meta() as unknown as FieldMeta & Pick<Field, 'options'>
    const path = prefix + key
    return meta.kind === 'group'
      ? fieldsOf(fieldSchema as z.ZodObject, `${path}.`, [...groups, meta.label])
      : [{ ...meta, path, schema: fieldSchema, groups }]
  })

/** The value at `beneficiaries.women`. */
export const valueAt = (row: Row, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Row | undefined)?.[key], row)

export const figureAt = (row: Row, path: string): Figure | undefined => valueAt(row, path) as Figure | undefined
