import type { FollowUp } from './action-point.ts'
import { asksAboutTyping } from './forms/checks/decimal-comma.ts'
import { followUpFields, followUpValues } from './forms/follow-up.ts'
import { type Field, type Form, fieldsOf, type Row, type RowForm, valueAt } from './forms/form.ts'
import { Header, Narrative, NilReturn } from './forms/narrative.ts'
import { rowKey } from './forms/read-draft.ts'
import type { ReportContent } from './report.ts'

type Section = 'header' | 'nil' | 'narrative' | 'actions'

/** A value before and after; undefined where there was none, or is none any more. */
interface Changed<T> {
  readonly before: T | undefined
  readonly after: T | undefined
}

/** One thing in which a version differs from the one before it. */
export type ReportChange =
  | ({
      readonly of: 'field'
      readonly section: Section
      readonly field: Field
    } & Changed<unknown>)
  /** A field of a row that stands in both, as it stood before; rows are matched by what names them, whatever their place. */
  | ({ readonly of: 'cell'; readonly row: Row; readonly field: Field } & Changed<unknown>)
  /** A row that only one of the two has. */
  | ({ readonly of: 'row' } & Changed<Row>)
  /** The comment on a warning, by the warning's key. */
  | ({ readonly of: 'comment'; readonly key: string } & Changed<string>)

/** All that changed from one version's content to the next, in the order of the form. */
export const changesBetween = (form: Form, before: ReportContent, after: ReportContent): ReportChange[] => [
  ...sectionChanges('header', fieldsOf(Header()), before.header, after.header),
  ...sectionChanges('nil', fieldsOf(NilReturn()), before.nil, after.nil),
  ...rowChanges(form, before.rows, after.rows),
  ...sectionChanges('narrative', fieldsOf(Narrative()), before.narrative, after.narrative),
  ...actionChanges(before.actions ?? [], after.actions ?? []),
  ...[...new Set([...Object.keys(before.comments), ...Object.keys(after.comments)])]
    .map((key) => ({ of: 'comment', key, before: before.comments[key], after: after.comments[key] }) as const)
    .filter((change) => differ(change) && !(change.after === undefined && asksAboutTyping(change.key))),
]

/** Values are texts, numbers, or a number's reason for not being available: their JSON tells them apart. */
const differ = ({ before, after }: Changed<unknown>): boolean => JSON.stringify(before) !== JSON.stringify(after)

const fieldChanges = (fields: readonly Field[], before: Row | undefined, after: Row | undefined) =>
  fields
    .map((field) => ({
      field,
      before: before && valueAt(before, field.path),
      after: after && valueAt(after, field.path),
    }))
    .filter(differ)

const sectionChanges = (
  section: Section,
  fields: readonly Field[],
  before: Row | undefined,
  after: Row | undefined,
): ReportChange[] => fieldChanges(fields, before, after).map((change) => ({ of: 'field', section, ...change }))

const actionChanges = (before: readonly FollowUp[], after: readonly FollowUp[]): ReportChange[] => {
  const points = [...after, ...before.filter(({ id }) => !after.some((point) => point.id === id))]
  return sectionChanges('actions', followUpFields(points), followUpValues(before), followUpValues(after))
}

const rowChanges = ({ rows: form }: Form, before: readonly Row[], after: readonly Row[]): ReportChange[] => {
  if (!form) return []
  const fields = fieldsOf(form.schema)
  const [old, now] = [before, after].map((rows) => new Map(rows.map((row) => [rowKey(form, row), row])))
  const gone = before.filter((row) => !now?.has(rowKey(form, row)))
  const renamed = renamedRows(
    form,
    fields,
    gone,
    after.filter((row) => !old?.has(rowKey(form, row))),
  )
  const kept = after.flatMap((row): ReportChange[] => {
    const earlier = old?.get(rowKey(form, row)) ?? renamed.get(row)
    if (!earlier) return [{ of: 'row', before: undefined, after: row }]
    return fieldChanges(fields, earlier, row).map((change) => ({ of: 'cell', row: earlier, ...change }))
  })
  const mended = new Set(renamed.values())
  return [
    ...kept,
    ...gone
      .filter((row) => !mended.has(row))
      .map((row): ReportChange => ({ of: 'row', before: row, after: undefined })),
  ]
}

/** New rows that differ from one that is gone in the words of their name alone: those were mended. Another province is another row. */
const renamedRows = (
  form: RowForm,
  fields: readonly Field[],
  gone: readonly Row[],
  come: readonly Row[],
): ReadonlyMap<Row, Row> => {
  const words = fields.filter(({ path, kind }) => kind === 'text' && form.key.includes(path))
  const renamed = new Map<Row, Row>()
  const taken = new Set<Row>()
  for (const row of come) {
    const earlier = gone.find((one) => {
      const changed = fieldChanges(fields, one, row).map(({ field }) => field)
      return !taken.has(one) && changed.length === 1 && words.some((field) => field === changed[0])
    })
    if (!earlier) continue
    renamed.set(row, earlier)
    taken.add(earlier)
  }
  return renamed
}
