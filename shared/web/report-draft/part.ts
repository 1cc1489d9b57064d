import type { ActionPoint, FollowUp } from '#shared/domain/action-point.ts'
import { followUpFields } from '#shared/domain/forms/follow-up.ts'
import { type Field, type Form, fieldsOf } from '#shared/domain/forms/form.ts'
import { Header, Narrative, NilReturn } from '#shared/domain/forms/narrative.ts'
import type { Problem } from '#shared/domain/forms/problem.ts'
import type { Typed } from '#shared/domain/report.ts'
import type { ReportKey, ReportSheet } from '../services.ts'

/** A part of a report that has a page of its own. A row's index counts from 0. */
export type Part =
  | { readonly section: 'header' | 'narrative' | 'nil' | 'actions' | 'comments' }
  | { readonly section: 'row'; readonly index: number | 'new' }

export const reportPath = ({ round, twg }: ReportKey): string => `/reports/${round}/${twg}`

/** Rows count from 1 in addresses, as people count. */
export const partPath = (key: ReportKey, part: Part): string =>
  part.section === 'row'
    ? `${reportPath(key)}/rows/${part.index === 'new' ? 'new' : part.index + 1}`
    : `${reportPath(key)}/${part.section}`

/** Whether the report has exactly one row: one section, without a name, neither added nor removed. */
export const hasOneRow = ({ rows }: Form): boolean => rows?.most === 1

/** What a part asks. A form without rows has no fields for one; the follow-up asks about the points given, comments about warnings. */
export const partFields = (
  form: Form,
  part: Part,
  points: readonly (ActionPoint | FollowUp)[] = [],
): readonly Field[] => {
  if (part.section === 'actions') return followUpFields(points)
  if (part.section === 'comments') return []
  if (part.section === 'row') return form.rows ? fieldsOf(form.rows.schema) : []
  return fieldsOf({ header: Header, narrative: Narrative, nil: NilReturn }[part.section]())
}

/** The field that says of which kind a row is, where its kinds are asked different things. */
export const kindField = (fields: readonly Field[]): Field | undefined =>
  fields.find(({ path }) => fields.some(({ when }) => when?.field === path))

/** Whether a row asks a field: those of other kinds only while something stands in them, so that nothing typed is hidden. */
export const isAsked = ({ path, when }: Field, typed: Typed): boolean => {
  const kind = when && (typed[when.field] ?? '')
  return !when || kind === '' || when.is.includes(kind ?? '') || (typed[path] ?? '') !== ''
}

/** A field as a row of its kind has it: what only other kinds need may be left out here. */
export const asAsked = (field: Field, typed: Typed): Field => {
  const { when, ...rest } = field
  const kind = when && (typed[when.field] ?? '')
  return kind && !when.needed.includes(kind) ? rest : field
}

/** What is saved of a part; undefined when it was never saved. */
export const savedPart = ({ draft }: ReportSheet, part: Part): Typed | undefined => {
  if (part.section === 'row') return part.index === 'new' ? undefined : draft?.rows[part.index]
  const saved = draft?.[part.section]
  return saved && Object.keys(saved).length > 0 ? saved : undefined
}

export const partProblems = ({ problems }: ReportSheet, part: Part): readonly Problem[] =>
  problems.filter(
    (problem) => problem.section === part.section && (part.section !== 'row' || problem.row === part.index),
  )

export const blocking = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(({ level }) => level === 'block')

/** The page and field where a problem can be mended. */
export const problemPath = (sheet: ReportSheet, { section, row, field }: Problem): string => {
  if (section === 'rows') return `${reportPath(sheet)}#rows`
  const part: Part = section === 'row' ? { section, index: row ?? 'new' } : { section }
  return `${partPath(sheet, part)}?mend${field ? `#${field}` : ''}`
}
