import { html, raw } from 'hono/html'
import type { Cell } from '#shared/render/pdf/figure-cells.ts'
import type { twgSheet } from '#shared/render/pdf/twg-sheet.ts'

type Sheet = ReturnType<typeof twgSheet>
type Html = ReturnType<typeof html>

const INDICATOR_HEADS = ['Indicator', 'Quarter', 'Previous', 'Last year', 'Year to date', 'Target', '% of target']

/** The typefaces of our own sheets, but little style: a browser has less to do than for the whole of our layout. */
const STYLE =
  'body{font:10pt Noto Sans,Noto Sans Lao}table{width:100%;border-collapse:collapse}td,th{border-bottom:1px solid;text-align:left}'

/** The content of a printed TWG brief as a page for a browser to print: every text of the sheet, in its order. @param fonts font faces to embed */
export const briefHtml = (sheet: Sheet, fonts: string): string =>
  String(html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${sheet.title}</title><style>${raw(fonts + STYLE)}</style></head><body>
<p>${sheet.sector} · Quarterly brief</p><h1>${sheet.name}</h1><p>${sheet.period}</p>
<dl>${sheet.facts.map(({ label, text }) => html`<dt>${label}</dt><dd>${text}</dd>`)}</dl>
<p>${sheet.statement}</p>${list('Summary', sheet.summary)}
${list(
  'Decisions requested',
  sheet.decisions.map(({ text, from, by }) => `${text} (${from}, ${by})`),
)}
${sheet.indicators.map(({ rows, notes }) =>
  table(
    'Indicators',
    INDICATOR_HEADS,
    rows.map(({ label, unit, cells }) => [`${label} ${unit}`, ...cells.map(cellText)]),
    notes,
  ),
)}
${sheet.provinces.map(({ columns, rows, notes, barred }) =>
  table(
    'By province',
    ['Province', ...columns.map(({ label, unit }) => `${label} (${unit})`), barred],
    rows.map((row) => [row.province, ...row.cells.map(cellText), bar(row.bar)]),
    notes,
  ),
)}
${sheet.narratives.map(({ heading, paragraphs }) => html`<h2>${heading}</h2>${paragraphs.map((text) => html`<p>${text}</p>`)}`)}
${list('Priorities for the next quarter', sheet.priorities)}
${list(
  'Next meetings',
  sheet.meetings.map(({ title, day, time, place }) => [title, day, time, place].join(', ')),
)}
${list('Notes', sheet.notes)}${list('Sources', sheet.sources)}
<footer>${sheet.key} · ${sheet.version} · ${sheet.cutOff}</footer></body></html>`)

const cellText = ({ text, mark }: Cell) => html`${text}<sup>${mark}</sup>`

const bar = (share: number) => html`<div style="height:4pt;background:#025;width:${Math.round(share * 100)}%"></div>`

const list = (heading: string, lines: readonly string[]) =>
  lines.length === 0 ? '' : html`<h2>${heading}</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`

const table = (
  heading: string,
  heads: readonly string[],
  rows: readonly (readonly (string | Html)[])[],
  notes: readonly { readonly mark: string; readonly text: string }[],
) => html`<h2>${heading}</h2><table><thead><tr>${heads.map((head) => html`<th>${head}</th>`)}</tr></thead>
<tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>
${notes.map(({ mark, text }) => html`<p>${mark} ${text}</p>`)}`
