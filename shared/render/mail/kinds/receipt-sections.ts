import type { FollowUp } from '#shared/domain/action-point.ts'
import { commentedOn } from '#shared/domain/forms/commented-on.ts'
import { followUpFields, followUpValues } from '#shared/domain/forms/follow-up.ts'
import { fieldsOf, type Row, type RowForm } from '#shared/domain/forms/form.ts'
import { formOf, rowFormOf } from '#shared/domain/forms/index.ts'
import { Header, Narrative } from '#shared/domain/forms/narrative.ts'
import { rowsOf, type TwgReport } from '#shared/domain/report.ts'
import type { Sector } from '#shared/sector/schema.ts'
import { momentInWords } from '../../days-in-words.ts'
import { type Html, html } from '../html/html.ts'
import { facts, heading2, heading3, lines, paragraph } from '../html/layout.ts'
import { oneLine } from '../plain-text.ts'
import type { MailWords } from '../words/mail-words.ts'
import { type FieldValue, fieldValues } from './field-values.ts'

/** A piece of the printed report in both forms. A mail that grows too long drops whole pieces from its end. */
export interface Section {
  readonly html: Html
  readonly text: string
}

type Names = Pick<Sector, 'twgs' | 'provinces'>

/** Everything that was sent, in the order of the form. */
export const receiptSections = (report: TwgReport, sector: Names, timeZone: string, words: MailWords): Section[] => {
  const { header, narrative, nil, actions, comments, warnings } = report.content
  const said = words.receipt
  const by = report.submittedBy
  return [
    labelled([
      [said.submittedAt, momentInWords(report.submittedAt, timeZone, words.calendar)],
      [said.submittedBy, oneLine(by.name) + (by.onBehalf ? `, ${said.onBehalf}` : '')],
      ...(report.amendment ? [[said.amendment, report.amendment.reason] as const] : []),
      ...(report.lateReason ? [[said.lateReason, report.lateReason] as const] : []),
      ...pairs(fieldValues(fieldsOf(Header()), header, sector, words)),
    ]),
    ...(nil ? titled(said.nil, [['', nil.reason]]) : []),
    ...(narrative ? titled(said.narrative, pairs(fieldValues(fieldsOf(Narrative()), narrative, sector, words))) : []),
    ...titled(
      said.comments,
      Object.entries(comments).map(([key, text]) => [
        commentPlace(key, report, sector, words),
        warnings?.[key] === undefined ? text : said.answer(warnings[key], text),
      ]),
    ),
    ...titled(said.actionPoints, followUpPairs(actions ?? [], sector, words)),
    ...rowSections(report, sector, words),
  ]
}

type Pair = readonly [label: string, value: string]
const pairs = (values: readonly FieldValue[]): Pair[] => values.map(({ label, value }) => [label, value])

/** Each action point with what the report says of it. */
const followUpPairs = (entries: readonly FollowUp[], sector: Names, words: MailWords): Pair[] =>
  entries.map((entry) => {
    const fields = followUpFields([entry])
    const said = fieldValues(fields, followUpValues([entry]), sector, words).map(({ value }) => value)
    return [fields[0]?.groups.join(', ') ?? entry.text, said.join('\n')]
  })

const labelled = (rows: readonly Pair[]): Section => ({
  html: facts(rows.map(([label, value]) => [label, lines(value)])),
  text: rows.map(([label, value]) => `${oneLine(label)}: ${value}`).join('\n'),
})

/** A heading, then a piece for each text. */
const titled = (title: string, texts: readonly Pair[]): Section[] =>
  texts.map(([label, value], index) => ({
    html: html`${index === 0 ? heading2(title) : undefined}${label === '' ? undefined : heading3(label)}${paragraph(lines(value))}`,
    text: [index === 0 ? title.toUpperCase() : '', [oneLine(label), value].filter((part) => part !== '').join('\n')]
      .filter((part) => part !== '')
      .join('\n\n'),
  }))

/** `Land release, Area cleared, Xiengkhuang · MAG` */
const commentPlace = (key: string, report: TwgReport, sector: Names, words: MailWords): string => {
  const form = formOf(report.twg)
  const place = form && commentedOn(key, form, report.content.rows)
  if (!place) return key
  const row = form.rows && place.row ? rowName(form.rows, place.row, sector, words) : ''
  return [...(place.field?.groups ?? []), place.field?.label ?? '', row].filter((part) => part !== '').join(', ')
}

/** `Xiengkhuang · MAG`; empty where a form's only row needs no name. */
const rowName = (form: RowForm, row: Row, sector: Names, words: MailWords): string =>
  fieldValues(
    fieldsOf(form.schema).filter(({ path }) => form.key.includes(path)),
    row,
    sector,
    words,
  )
    .map(({ value }) => oneLine(value))
    .join(' · ')

const rowSections = (report: TwgReport, sector: Names, words: MailWords): Section[] => {
  const form = rowFormOf(report.twg)
  if (!form) return []
  const figures = fieldsOf(form.schema).filter(({ path }) => !form.key.includes(path))
  return rowsOf(report).map((row, index) => {
    const name = rowName(form, row, sector, words)
    const groups = grouped(fieldValues(figures, row, sector, words))
    const first = index === 0
    return {
      html: html`${first ? heading2(words.receipt.rows) : undefined}${name === '' ? undefined : heading3(name)}${paragraph(
        groups.map(
          ({ title, values }, at) =>
            html`${at > 0 ? html`<br>` : undefined}${title === '' ? undefined : html`<b>${title}</b> – `}${values}`,
        ),
      )}`,
      text: `${first ? `${words.receipt.rows.toUpperCase()}\n\n` : ''}${name === '' ? '' : `${name}\n`}${groups
        .map(({ title, values }) => `  ${title === '' ? '' : `${title} – `}${values}`)
        .join('\n')}`,
    }
  })
}

/** Fields under one heading share a line. */
const grouped = (values: readonly FieldValue[]): { title: string; values: string }[] => {
  const groups: { title: string; values: string[] }[] = []
  for (const { groups: titles, label, value } of values) {
    const title = titles.join(', ')
    const last = groups.at(-1)
    if (last && last.title === title) last.values.push(`${label}: ${oneLine(value)}`)
    else groups.push({ title, values: [`${label}: ${oneLine(value)}`] })
  }
  return groups.map((group) => ({ title: group.title, values: group.values.join('; ') }))
}
