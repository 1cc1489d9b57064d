import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { fileText } from '#shared/domain/file-text.ts'
import type { Typed } from '#shared/domain/report.ts'
import type { Guard, Visit } from '../visit.ts'

/** Ten times what the longest honest part of a report needs; a row of figures is sent alone. */
const LARGEST_BODY_BYTES = 512 * 1024
/** Five times the largest honest table, and all comments on one; below what a function is handed (6 MB, a third of it lost to base64). */
const LARGEST_WHOLE_BODY_BYTES = 2 * 1024 * 1024
/** Where each warning of a report may be commented on: 18 provinces × 8 operators × 12 figures, a hundred Lao letters each. */
const COMMENT_PAGES = /^\/reports\/[^/]+\/[^/]+\/(?:comments|submit)$/
/** Pages whose form may hold a file. */
const FILE_PAGES = [/^\/reports\/[^/]+\/[^/]+\/table$/, /^\/funding\/imports$/]
const FORM = /^application\/x-www-form-urlencoded\s*(;|$)/i
const FORM_WITH_FILE = /^multipart\/form-data\s*;/i

const takesFiles = (c: Visit): boolean => FILE_PAGES.some((page) => page.test(c.req.path))
const holdsFiles = (c: Visit): boolean => FORM_WITH_FILE.test(c.req.header('content-type') ?? '')

/** Only forms are accepted, and files only where one is asked for, so nothing else is ever parsed. */
export const onlyForms: Guard = async (c, next) => {
  const isForm = FORM.test(c.req.header('content-type') ?? '') || (holdsFiles(c) && takesFiles(c))
  if (c.req.method === 'POST' && !isForm) throw new HTTPException(415)
  return next()
}

const limitOf = (maxSize: number): Guard =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new HTTPException(413)
    },
  })
const limited = limitOf(LARGEST_BODY_BYTES)
const limitedLarge = limitOf(LARGEST_WHOLE_BODY_BYTES)

/** Measures the body before anything reads it. */
export const limitedBody: Guard = (c, next) =>
  (takesFiles(c) || COMMENT_PAGES.test(c.req.path) ? limitedLarge : limited)(c, next)

const typedForm = async (c: Visit): Promise<URLSearchParams> =>
  holdsFiles(c) ? withTexts(await multipart(c)) : new URLSearchParams(await c.req.text())

const multipart = async (c: Visit): Promise<FormData> => {
  try {
    return await c.req.formData()
  } catch {
    throw new HTTPException(415)
  }
}

/** A file stands for the text in it: its name and type are whatever the sender says, and are not looked at. */
const withTexts = async (form: FormData): Promise<URLSearchParams> => {
  const typed = new URLSearchParams()
  for (const [name, value] of form)
    typed.append(name, typeof value === 'string' ? value : fileText(new Uint8Array(await value.arrayBuffer())))
  return typed
}

/** Browsers send line ends as CR LF; one character each, they count as the reader counts them. */
const plainLines = (text: string) => text.replace(/\r\n?/g, '\n')

const joined = (texts: readonly string[]): string => plainLines(texts.join(', '))

/** What was typed into the named fields, as it was typed; several ticks of one name with commas between; the text of a file. Fields of any other name are never looked at. */
export const readForm = async <Name extends string>(
  c: Visit,
  names: readonly Name[],
): Promise<Record<Name, string>> => {
  const form = await typedForm(c)
  return Object.fromEntries(names.map((name) => [name, joined(form.getAll(name))])) as Record<Name, string>
}

/** What a sent file is called where it came from; empty where none was sent. Words of the sender, like any field. */
export const fileName = async (c: Visit, field: string): Promise<string> => {
  const sent = holdsFiles(c) ? (await multipart(c)).get(field) : undefined
  return typeof sent === 'object' && sent !== null ? sent.name : ''
}

/** All that was sent, for what cannot be named beforehand; several ticks of one name as `readForm` reads them. */
export const everythingTyped = async (c: Visit): Promise<Typed> => {
  const form = await typedForm(c)
  const texts = new Map<string, string[]>()
  for (const [name, text] of form) {
    const all = texts.get(name)
    if (all) all.push(text)
    else texts.set(name, [text])
  }
  return Object.fromEntries([...texts].map(([name, all]) => [name, joined(all)]))
}
