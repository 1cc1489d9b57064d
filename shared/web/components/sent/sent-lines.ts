import { followUpFields } from '#shared/domain/forms/follow-up.ts'
import { type Form, fullName } from '#shared/domain/forms/form.ts'
import { formOf } from '#shared/domain/forms/index.ts'
import type { Typed } from '#shared/domain/report.ts'
import type { Sector } from '#shared/sector/schema.ts'
import type { Messages } from '../../messages/index.ts'
import { askedAt } from '../../report-draft/asked-at.ts'
import { typedText } from '../form/field-text.ts'
import type { Frame } from '../frame.ts'
import { commentText } from '../report/comment-text.ts'
import type { SummaryRow } from '../summary-list.tsx'
import { saidElsewhere } from './asked-elsewhere.ts'

/** What travels with a form and nobody typed. */
const UNSEEN = /^(base|row-name|has-comments|confirm|seen|count|add)$|(^|[.-])version$/
const REPORT = /^\/reports\/[^/]+\/([^/]+)\/(submit|comments|actions)$/

/** What was typed, a line a field: under the field's name as its page says it, and with the words of what was chosen. */
export const sentLines = (typed: Typed, frame: Frame): SummaryRow[] => {
  const fields = new Map(askedAt(frame.path).map((field) => [field.path, field]))
  const lineOf = lineOfReport(typed, frame)
  return Object.entries(typed)
    .filter(([name, value]) => value.trim() !== '' && !UNSEEN.test(name))
    .map(([name, value]) => {
      const field = fields.get(name)
      if (!field) return lineOf(name, value) ?? saidElsewhere(name, value, frame)
      const isChosen = field.kind === 'choice' || field.kind === 'choices'
      return { key: fullName(field), value: isChosen ? typedText(field, value, frame.sector, frame.t) : value }
    })
}

/** A comment is named by what it speaks about, a follow-up by the place of its action point: what that says is not for the unsigned. */
const lineOfReport = (typed: Typed, { path, sector, t }: Frame) => {
  const [, twg = '', page] = REPORT.exec(path) ?? []
  const form = formOf(twg)
  const points = [...new Set(Object.keys(typed).map((name) => name.split('.')[0] ?? ''))].filter(
    (id) => `${id}.status` in typed,
  )
  return (name: string, value: string): SummaryRow | undefined => {
    if ((page === 'submit' || page === 'comments') && form && name.includes(':'))
      return { key: commentName(name, form, sector, t), value }
    const [id = '', last] = name.split('.')
    const field = followUpFields([{ id, text: '', owner: '', due: '2000-01-01' }]).find((one) => one.path === name)
    if (page !== 'actions' || !points.includes(id) || !field || last === undefined) return undefined
    return {
      key: `${t.actions.pointNumber(points.indexOf(id) + 1)}, ${field.label}`,
      value: typedText(field, value, sector, t),
    }
  }
}

/** The names of the row stand in the key of its warning, after the check's own. */
const commentName = (key: string, form: Form, sector: Sector, t: Messages): string => {
  const check = form.rows?.checks.find(({ id }) => key.startsWith(`${id}:`))
  const names = check ? key.slice(check.id.length + 1).split(' · ') : []
  const row = Object.fromEntries((form.rows?.key ?? []).map((field, index) => [field, names[index] ?? '']))
  return commentText(key, form, [row], sector, t)
}
