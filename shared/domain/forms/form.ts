import type * as z from 'zod'
import type { Round } from '../calendar/round.ts'
import type { Typed } from '../report.ts'
import { oncePerLanguage, type Said, sayTerm, terms } from '../words/say.ts'
import type { FieldMeta, Measures, Options } from './field.ts'
import type { Figure } from './figure.ts'
import type { Spell } from './figure-in-words.ts'

/** A field of a form as a page, a CSV column or a table sees it. */
export interface Field extends FieldMeta {
  /** Where the value stands in the row: `areaCleared`, `beneficiaries.women`. */
  readonly path: string
  readonly schema: z.ZodType
  readonly options?: Options
  /** Heading of the group it belongs to, outermost first. */
  readonly groups: readonly string[]
  /** Help and standard of that group, in one text. */
  readonly groupHint?: string
}

/** One row as stored: typed values, nested as in the schema. */
export type Row = Readonly<Record<string, unknown>>

/** What a check may look at besides the row: the round, the same row one quarter earlier, and up to four quarters, newest first. */
export interface RowHistory {
  readonly round: Pick<Round, 'id' | 'quarterStart' | 'quarterEnd'>
  readonly previous?: Row
  readonly lastFour: readonly Row[]
}

/** A rule over figures as data: the sum on the left equals, or is at most, what is added less what is taken away. */
export interface Sum {
  readonly left: readonly string[]
  readonly relation: 'equals' | 'at-most'
  readonly plus: readonly string[]
  readonly minus: readonly string[]
  /** Of `plus`: explains a difference, and while it is not available it explains none. */
  readonly explained?: string
}

/** How much there is at least of the figure at a path, which may be not available. */
export type Least = (row: Row, path: string) => number

/** What a check needs to weigh a row and to speak of it. */
export interface Means {
  readonly spell: Spell
  readonly least: Least
  /** The row as it was typed, by path; read, it is the row. */
  readonly typed: Typed
}

/** A figure that begins a quarter as others ended the one before: what is added there less what is taken away. */
export interface CarryOver {
  readonly opening: string
  readonly plus: readonly string[]
  readonly minus: readonly string[]
  /** The figure of the new quarter that may explain a difference. */
  readonly adjustment?: string
}

/** A rule over one row. It answers with a sentence when the row breaks it. */
export interface Check {
  readonly id: string
  /** `block` must be mended before submission; `warn` asks for a comment. */
  readonly level: 'block' | 'warn'
  /** Paths of the fields it speaks about; the message is shown at the first. */
  readonly fields: readonly string[]
  readonly test: (row: Row, history: RowHistory, means: Means) => Said | undefined
  /** The same rule as data, where it is one over sums. */
  readonly sum?: Sum
  /** The same rule as data, where it is this one: above zero, the first figure needs the second above zero. */
  readonly needs?: readonly [string, string]
  /** The same rule as data, where it is that a quarter begins as the one before it ended. */
  readonly carries?: CarryOver
}

/** A figure that briefs follow over time, from the rows of a report. */
export interface Indicator {
  readonly id: string
  readonly label: string
  /** m², %, people, USD …; `people` where it counts people, whose small numbers are not published. */
  readonly unit: string
  /** Paths that are added up in each row; without any, the rows themselves are counted. */
  readonly paths: readonly string[]
  /** Only rows that hold one of these values. */
  readonly where?: Readonly<Record<string, readonly string[]>>
  /**
   * As its fields say of themselves, which the form fills in; a share is the mean over rows. Counted rows say it here.
   * @default flow
   */
  readonly measures?: Measures
  /** Leads the summary of a brief. */
  readonly leads?: true
  /** Of what ought not to be: any count above zero is a risk to the sector. */
  readonly risk?: true
  /** Charted over eight quarters on the cover of the working group's brief. */
  readonly charted?: true
  /** Shown round by round in the working group's brief. */
  readonly byRound?: true
  /** A column of the brief's table by province. */
  readonly byProvince?: true
}

export interface RowForm {
  readonly schema: z.ZodObject
  /** Fields that together name a row; no two rows of a report share them. Empty where there is a single row. */
  readonly key: readonly string[]
  /** Rows that hold one of the values of `where` may share no value of `by`, so that nothing is counted twice. */
  readonly once?: {
    readonly where: Readonly<Record<string, readonly string[]>>
    readonly by: string
    /** What to do about the second. */
    readonly says: Said
  }
  /** Rows that hold one of these values tell of their own quarter alone: the next one does not begin with them. */
  readonly passing?: Readonly<Record<string, readonly string[]>>
  /** What a row is, in words: `province and operator`. */
  readonly noun: Said
  /** 1 where the report has exactly one row, which then needs no key; any number of rows unless given. */
  readonly most?: number
  readonly checks: readonly Check[]
  readonly indicators: readonly Indicator[]
  /** What a row proposes for the agenda of the working group, in a sentence. */
  readonly agenda?: (row: Row, history: RowHistory) => string | undefined
}

/** The report form of one TWG. Header and narrative are the same for all; the rows are its own. */
export interface Form {
  readonly twg: string
  /** Raised when a field changes its meaning; a stored report keeps the version it was written with. */
  readonly version: number
  readonly rows?: RowForm
}

/** The fields of an object schema in order, groups flattened; labels, help and options in the reader's language. */
export const fieldsOf = (schema: z.ZodObject): readonly Field[] => {
  const fields = fieldsBySchema.get(schema) ?? oncePerLanguage(() => fieldsWithin(schema, '', { groups: [] }))
  fieldsBySchema.set(schema, fields)
  return fields()
}

/** Kept, because every request to a form lists its fields many times. */
const fieldsBySchema = new WeakMap<z.ZodObject, () => readonly Field[]>()

/** The same for a schema that stands at a path, under headings. */
export const fieldsWithin = (
  schema: z.ZodObject,
  prefix: string,
  around: Pick<Field, 'groups' | 'groupHint' | 'counts'>,
): readonly Field[] =>
  Object.entries(schema.shape).flatMap(([key, value]) => {
    const fieldSchema = value as z.ZodType
    const meta = inReadersWords(fieldSchema.meta() as unknown as FieldMeta & Pick<Field, 'options'>)
    const path = prefix + key
    const { counts: counted, ...place } = around
    const counts = meta.counts ?? counted
    const inherited = counts && (meta.kind === 'count' || meta.kind === 'group') ? { counts } : {}
    if (meta.kind !== 'group') return [{ ...meta, ...inherited, path, schema: fieldSchema, ...place }]
    const hint = [meta.help, meta.standard].filter((text) => text !== undefined).join('. ')
    const within = { groups: [...around.groups, meta.label], ...(hint === '' ? {} : { groupHint: hint }), ...inherited }
    return fieldsWithin(fieldSchema as z.ZodObject, `${path}.`, within)
  })

/** `days`; signs such as m² are the same in every language. */
const UNIT_WORD = /^[a-z]+$/

const inReadersWords = <M extends FieldMeta & Pick<Field, 'options'>>(meta: M): M => ({
  ...meta,
  label: sayTerm(meta.label),
  ...(meta.unit === undefined ? {} : { unit: UNIT_WORD.test(meta.unit) ? sayTerm(meta.unit) : meta.unit }),
  ...(meta.help === undefined ? {} : { help: sayTerm(meta.help) }),
  ...(meta.standard === undefined ? {} : { standard: sayTerm(meta.standard) }),
  ...(meta.empty === undefined ? {} : { empty: sayTerm(meta.empty) }),
  ...(meta.counts === undefined ? {} : { counts: [sayTerm(meta.counts[0]), sayTerm(meta.counts[1])] }),
  ...(typeof meta.options === 'object' ? { options: terms(meta.options) } : {}),
})

/** A field as it is named away from its place on the page: `People assisted, Women`. */
export const fullName = ({ groups, label }: Pick<Field, 'groups' | 'label'>): string => [...groups, label].join(', ')

/** The value at `beneficiaries.women`. */
export const valueAt = (row: Row, path: string): unknown => {
  let value: unknown = row
  for (const step of stepsOf(path)) value = (value as Row | undefined)?.[step]
  return value
}

const steps = new Map<string, readonly string[]>()

/** The steps of a path of a form, kept because every check of every row walks them. */
export const stepsOf = (path: string): readonly string[] => {
  const known = steps.get(path) ?? path.split('.')
  steps.set(path, known)
  return known
}

export const figureAt = (row: Row, path: string): Figure | undefined => valueAt(row, path) as Figure | undefined

/** It told of its own quarter, such as a policy that was adopted then, or a topic that was proposed then. */
export const isPassing = ({ passing = {} }: RowForm, row: Row): boolean =>
  Object.entries(passing).some(([path, values]) => values.includes(String(valueAt(row, path))))
