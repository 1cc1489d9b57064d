import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AssetFile } from '#infra/assets/asset-file.ts'
import { webPageFiles } from '#infra/assets/web-pages.ts'
import { epochMsOf } from '#shared/domain/dates.ts'
import { fieldsOf } from '#shared/domain/forms/form.ts'
import { formOf } from '#shared/domain/forms/index.ts'
import { isFigure } from '#shared/domain/forms/table.ts'
import type { TwgReport, Typed } from '#shared/domain/report.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { createApp } from '#shared/web/app.ts'
import { completeDraft } from '../fixtures/survey-clearance.ts'
import { surveyReport, surveyRow } from '../fixtures/survey-report.ts'
import { fakeServices, OPEN, secretariat } from '../web/fake-services.ts'
import type { Figure } from './figure.ts'

const KB = 1000
const MOST_KB = 45
const ORIGIN = 'https://bench.example'
const CONTENT_TYPES: Readonly<Record<string, string>> = { css: 'text/css', js: 'text/javascript', woff2: 'font/woff2' }
const SHARED = ['app.css', 'app.js', 'noto-sans-lao-400.woff2', 'noto-sans-lao-700.woff2']

/** What a browser loads for the largest page of any form on its first visit, compressed as it is served, both Lao fonts included. */
export const firstLoad = async (): Promise<Figure[]> => {
  const get = appWith(await webPageFiles(fileURLToPath(new URL('../..', import.meta.url))))
  const shared = await Promise.all(SHARED.map(async (name) => ({ name, bytes: await get(`/assets/${name}`) })))
  const pages = await Promise.all(
    laoUxo.twgs.flatMap(({ id }) =>
      ['', '/header', '/narrative', ...(formOf(id)?.rows ? ['/rows/1'] : [])].map(async (part) => ({
        name: `${id}${part}`,
        bytes: await get(`/reports/2026-Q1/${id}${part}`, id),
      })),
    ),
  )
  const largest = pages.reduce((a, b) => (b.bytes > a.bytes ? b : a))
  const script = shared.find(({ name }) => name === 'app.js')?.bytes ?? 0
  return [
    {
      name: 'first load of the largest form page, gzip',
      value: [largest, ...shared].reduce((sum, { bytes }) => sum + bytes, 0) / KB,
      unit: 'KB',
      budget: { atMost: MOST_KB },
      detail: [largest, ...shared].map(({ name, bytes }) => `${name} ${(bytes / KB).toFixed(1)}`).join(', '),
    },
    { name: 'browser script, gzip', value: script / KB, unit: 'KB' },
  ]
}

/** @returns how many bytes an address is answered with, over the line */
const appWith = (files: readonly AssetFile[]) => {
  const contents = new Map(
    files.map((file) => [
      file.path.replace('assets/', ''),
      'contents' in file ? Uint8Array.from(file.contents) : Uint8Array.from(readFileSync(file.from)),
    ]),
  )
  const assets = (name: string) => {
    const bytes = contents.get(name)
    return bytes && { bytes, contentType: CONTENT_TYPES[name.split('.').at(-1) ?? ''] ?? '' }
  }
  return async (path: string, twg = ''): Promise<number> => {
    const { services } = fakeServices({
      actor: secretariat,
      draft: completeDraft({ rows: [typedRow(twg)] }),
      previous: previous(twg),
    })
    const app = createApp({ services, sector: laoUxo, secretariat: [], assets })
    const headers = { cookie: '__Host-session=khamla.secret', 'accept-encoding': 'gzip' }
    const event = { requestContext: { timeEpoch: epochMsOf(OPEN) } }
    const answer = await app.request(ORIGIN + path, { headers }, { event })
    if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}`)
    return (await answer.arrayBuffer()).byteLength
  }
}

/** A row as typed, some of it wrong and all of it far from last quarter's: every field has its hint, its error or its warning. */
const typedRow = (twg: string): Typed => {
  const fields = fieldsOf(formOf(twg)?.rows?.schema ?? (formOf('survey-clearance')?.rows?.schema as never))
  return {
    ...Object.fromEntries(fields.map((field, index) => [field.path, isFigure(field) ? String(index * 7919) : 'ລະເບີດ'])),
    province: '09',
    operator: 'UXO Lao',
  }
}

const previous = (twg: string): TwgReport | undefined =>
  twg === 'survey-clearance' ? surveyReport([surveyRow('09', 'UXO Lao')]) : undefined
