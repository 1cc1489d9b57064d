import type { Sector } from '#shared/sector/schema.ts'
import type { ActionPoint } from '../action-point.ts'
import type { Round } from '../calendar/round.ts'
import type { Draft, ReportContent, TwgReport, Typed } from '../report.ts'
import { rowsOf } from '../report.ts'
import { readersTexts, readIn, type Said, say } from '../words/say.ts'
import { readComment } from './answers.ts'
import { leastBy } from './checks/least.ts'
import { inThePast, notPlannable, outsideQuarter } from './checks/of-fields.ts'
import { spellingOf } from './figure-in-words.ts'
import { readFollowUp } from './follow-up.ts'
import { type Form, fieldsOf, isPassing, type Means, type Row, type RowForm, type RowHistory, valueAt } from './form.ts'
import { largestFigures } from './largest-figures.ts'
import { Header, Narrative, NilReturn } from './narrative.ts'
import type { Problem } from './problem.ts'
import { readFields } from './read-fields.ts'

export interface ReadContext {
  readonly round: Round
  readonly sector: Sector
  /** Reports of the four quarters before, newest first; undefined where there was none. */
  readonly earlier: readonly (TwgReport | undefined)[]
  /** What the TWG must follow up; absent where nothing is open. */
  readonly actionPoints?: readonly ActionPoint[]
}

/** A draft read with its form: the content when nothing blocks, and every problem there is. */
export interface ReadDraft {
  readonly content: ReportContent | undefined
  readonly problems: readonly Problem[]
}

/** Reads a whole draft: fields, then checks over rows. Problems are complete, so that one round of mending is enough. */
export const readDraft = (form: Form, draft: Draft, context: ReadContext): ReadDraft => {
  const read = readForReader(form, draft, context)
  if (readersTexts() === undefined) return read
  const english = sentencesOf(readIn(undefined, () => readForReader(form, draft, context)).problems)
  const problems = read.problems.map((problem) => ({ ...problem, inEnglish: english[problem.key] ?? problem.message }))
  const content = read.content && { ...read.content, ...warningsIn(problems) }
  return { content, problems }
}

const readForReader = (form: Form, draft: Draft, context: ReadContext): ReadDraft => {
  const { sector } = context
  const problems: Problem[] = []
  const section = <S extends Problem['section']>(name: S, schema: Parameters<typeof fieldsOf>[0], typed: Typed) => {
    const { values, mistakes } = readFields(fieldsOf(schema), typed, sector)
    problems.push(...mistakes.map(({ field, message }) => block(name, message, field)))
    return mistakes.length === 0 ? values : undefined
  }
  const header = section('header', Header(), draft.header)
  if (header) problems.push(...headerProblems(header as Header, context.round))
  const nil = draft.nil && section('nil', NilReturn(), draft.nil)
  const narrative = draft.nil ? undefined : section('narrative', Narrative(), draft.narrative)
  if (narrative)
    problems.push(...decisionProblems(narrative as Narrative, context.round), ...linkProblems(narrative as Narrative))
  const followUp = draft.nil ? undefined : readFollowUp(context.actionPoints ?? [], draft.actions ?? {}, sector)
  problems.push(...(followUp?.problems ?? []))
  const rows = draft.nil || !form.rows ? [] : readRows(form.rows, draft.rows, context, problems)
  if (problems.some((problem) => problem.level === 'block')) return { content: undefined, problems }
  return {
    content: {
      formVersion: form.version,
      header: header as Header,
      ...(nil ? { nil: nil as NilReturn } : {}),
      ...(narrative ? { narrative: narrative as Narrative } : {}),
      ...(followUp && followUp.entries.length > 0 ? { actions: followUp.entries } : {}),
      rows,
      comments: commentsOn(problems, draft.comments),
      ...warningsIn(problems),
    },
    problems,
  }
}

const block = (section: Problem['section'], message: Said, field?: string, row?: number): Problem => ({
  level: 'block',
  section,
  message,
  key: [section, row, field].filter((part) => part !== undefined).join(':'),
  ...(field === undefined ? {} : { field }),
  ...(row === undefined ? {} : { row }),
})

const headerProblems = (header: Header, round: Round): Problem[] => {
  const mistake = outsideQuarter(say`Data cut-off date`, header.cutOff, round)
  return mistake === undefined ? [] : [block('header', mistake, 'cutOff')]
}

const decisionProblems = (narrative: Narrative, round: Round): Problem[] =>
  ([1, 2, 3] as const).flatMap((n) => {
    const [text, from, by] = [narrative[`decision${n}`], narrative[`decision${n}From`], narrative[`decision${n}By`]]
    const found: Problem[] = []
    if (text !== '' && from === '')
      found.push(block('narrative', say`Decision ${n}: say from whom it is requested`, `decision${n}From`))
    if (text === '' && from + by !== '')
      found.push(block('narrative', say`Decision ${n}: say what is to be decided`, `decision${n}`))
    const label = say`By when (decision ${n})`
    const [wrong, past] = by === '' ? [] : [notPlannable(label, by), inThePast(label, by, round)]
    if (wrong !== undefined) found.push(block('narrative', wrong, `decision${n}By`))
    if (past !== undefined) found.push({ ...block('narrative', past, `decision${n}By`), level: 'warn' })
    return found
  })

const linkProblems = ({ links }: Narrative): Problem[] =>
  links
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !isWebAddress(line))
    .map((line) =>
      block(
        'narrative',
        say`Links to documents: “${line.slice(0, 60)}” is no web address that begins with https://`,
        'links',
      ),
    )

const isWebAddress = (text: string): boolean =>
  /^https?:\/\/\S+$/i.test(text) && URL.canParse(text) && new URL(text).username === ''

const BETWEEN_NAMES = ' · '

/** The values of the fields that name a row, joined. */
export const rowKey = (form: RowForm, values: Row | Typed): string =>
  form.key.map((field) => String(values[field] ?? '')).join(BETWEEN_NAMES)

/** What names a row, from its key; the last name may itself hold what stands between them. */
export const namesIn = (form: RowForm, key: string): Typed => {
  const names = key.split(BETWEEN_NAMES)
  const last = form.key.length - 1
  return Object.fromEntries(
    form.key.map((field, index) => [
      field,
      index < last ? (names[index] ?? '') : names.slice(index).join(BETWEEN_NAMES),
    ]),
  )
}

/** Begins the key of a warning about a row that is not there. */
export const GONE = 'gone:'

/** What is asked about each row of last quarter that this one goes on with no more, while it held more than zeros. */
const goneProblems = (form: RowForm, rows: readonly Row[], previous: readonly Row[]): Problem[] => {
  if (form.key.length === 0 || rows.length === 0) return []
  const here = new Set(rows.map((row) => rowKey(form, row)))
  return previous
    .filter((row) => !isPassing(form, row) && !here.has(rowKey(form, row)))
    .flatMap((row): Problem[] => {
      const figures = largestFigures(form, [row]).join('; ')
      const message = say`There is no row for it this quarter. Last quarter: ${figures}`
      return figures === '' ? [] : [{ level: 'warn', section: 'rows', message, key: GONE + rowKey(form, row) }]
    })
}

const readRows = (form: RowForm, typedRows: readonly Typed[], context: ReadContext, problems: Problem[]): Row[] => {
  if (typedRows.length === 0) {
    const wanted = form.most === 1 ? say`Fill in the figures` : say`Add a row for each ${form.noun}`
    problems.push(block('rows', say`${wanted}, or declare a nil return`))
  }
  if (form.most !== undefined && typedRows.length > form.most) {
    problems.push(
      block(
        'rows',
        form.most === 1 ? say`Keep one row, remove the others` : say`Keep ${form.most} rows, remove the others`,
      ),
    )
  }
  const fields = fieldsOf(form.schema)
  const means = { spell: spellingOf(fields), least: leastBy(form.checks) }
  const place = new Map(fields.map(({ path }, index) => [path, index]))
  const placeOf = ({ field = '' }: Problem) => place.get(field) ?? 0
  const past = pastRows(form, context.earlier)
  const seen = new Set<string>()
  const once = new Set<unknown>()
  const rows = typedRows.map((typed, row) => {
    const { values, mistakes } = readFields(fields, typed, context.sector)
    const mistaken = new Set(mistakes.map(({ field }) => field))
    const unreadable = mistakes.map(({ field, message }) => block('row', message, field, row))
    const key = rowKey(form, values)
    const named = !form.key.some((path) => mistaken.has(path))
    const twice = named && form.key.length > 0 && seen.has(key)
    if (named) seen.add(key)
    const again = isOnce(form, values) && once.has(valueOnce(form, values))
    if (isOnce(form, values)) once.add(valueOnce(form, values))
    const found = [
      ...unreadable,
      ...(twice ? [block('row', say`There is already a row for this ${form.noun}: keep one`, form.key[0], row)] : []),
      ...(again && !twice && form.once ? [block('row', form.once.says, form.once.by, row)] : []),
      ...(named
        ? checkRow(
            form,
            values,
            { row, key, mistaken, means: { ...means, typed } },
            historyOf(past, key, context.round),
          )
        : []),
    ]
    problems.push(...found.toSorted((one, other) => placeOf(one) - placeOf(other)))
    return values
  })
  problems.push(...goneProblems(form, rows, rowsOf(context.earlier[0])))
  return rows
}

const valueOnce = ({ once }: RowForm, values: Row): unknown => once && valueAt(values, once.by)
const isOnce = (form: RowForm, values: Row): boolean =>
  !['', undefined].includes(valueOnce(form, values) as string | undefined) &&
  Object.entries(form.once?.where ?? {}).every(([path, some]) => some.includes(String(valueAt(values, path))))

/** The rows of each of the quarters before, by what names them. */
export type Past = readonly ReadonlyMap<string, Row>[]

export const pastRows = (form: RowForm, earlier: ReadContext['earlier']): Past =>
  earlier.map((report) => new Map(rowsOf(report).map((row) => [rowKey(form, row), row])))

/** What a row's checks may look at besides the row. */
export const historyOf = (past: Past, key: string, round: Round): RowHistory => {
  const rows = past.map((quarter) => quarter.get(key))
  const [previous] = rows
  return { round, ...(previous ? { previous } : {}), lastFour: rows.filter((found) => found !== undefined) }
}

/** Every rule whose figures could all be read: whoever mends a row on a bad line sees at once all there is to mend. */
const checkRow = (
  form: RowForm,
  values: Row,
  { row, key, mistaken, means }: { row: number; key: string; mistaken: ReadonlySet<string>; means: Means },
  history: RowHistory,
): Problem[] => {
  const readable = form.checks.filter(({ fields }) => !fields.some((path) => mistaken.has(path)))
  return readable.flatMap((check) => {
    const message = check.test(values, history, means)
    const field = check.fields[0]
    return message === undefined
      ? []
      : [
          {
            level: check.level,
            section: 'row' as const,
            row,
            message,
            key: `${check.id}:${key}`,
            ...(field === undefined ? {} : { field }),
          },
        ]
  })
}

const warnings = (problems: readonly Problem[]): Problem[] => problems.filter(({ level }) => level === 'warn')

/** Whether a comment was given to a warning that has said something else since. */
export const isOutdated = (
  { key, message, inEnglish = message }: Problem,
  { comments, answered }: Commented,
): boolean => (comments[key] ?? '') !== '' && ![undefined, inEnglish].includes(answered?.[key])

type Commented = Pick<Draft, 'comments' | 'answered'>

/** Warnings that nobody has commented on as they stand, or with what cannot be taken. */
export const uncommented = (problems: readonly Problem[], draft: Commented): Problem[] =>
  warnings(problems).filter(
    (problem) => isOutdated(problem, draft) || 'mistake' in readComment(draft.comments[problem.key]),
  )

/**
 * The sentences that comments saved now answer: the present ones, and for what is silent at present those of before.
 * @param written keys of the comments that were written to the present sentences; the others answer what they answered
 */
export const answeredBy = (
  problems: readonly Problem[],
  comments: Typed,
  before: Typed = {},
  written: readonly string[] = Object.keys(comments),
): Typed => {
  const now = new Set(written)
  const present = Object.entries(sentencesOf(problems)).filter(([key]) => now.has(key))
  const said = { ...before, ...Object.fromEntries(present) }
  return Object.fromEntries(Object.entries(said).filter(([key]) => Object.hasOwn(comments, key)))
}

const sentencesOf = (problems: readonly Problem[]): Typed =>
  Object.fromEntries(warnings(problems).map(({ key, message, inEnglish }) => [key, inEnglish ?? message]))

const warningsIn = (problems: readonly Problem[]): Pick<ReportContent, 'warnings'> =>
  warnings(problems).length > 0 ? { warnings: sentencesOf(problems) } : {}

/** The comments that go with a report: those on its present warnings. */
const commentsOn = (problems: readonly Problem[], comments: Typed): Typed =>
  Object.fromEntries(
    warnings(problems).flatMap(({ key }) => {
      const read = readComment(comments[key])
      return 'text' in read ? [[key, read.text]] : []
    }),
  )
