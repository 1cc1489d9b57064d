import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import type { Typed } from '#shared/domain/report.ts'
import type { Guard, Visit } from '../visit.ts'
import { LARGEST_UPLOAD_BYTES, UPLOAD_PATH } from './file-upload.ts'

/** Ten times what the longest honest part of a report needs; a row of figures is sent alone. */
const LARGEST_BODY_BYTES = 512 * 1024
const FORM = /^application\/x-www-form-urlencoded\s*(;|$)/i
const UPLOAD = /^multipart\/form-data\s*;/i

const takesFile = (c: Visit): boolean => c.req.path === UPLOAD_PATH

/** Only forms are accepted, and a file only where one is asked for, so nothing else is ever parsed. */
export const onlyForms: Guard = async (c, next) => {
  const form = takesFile(c) ? UPLOAD : FORM
  if (c.req.method === 'POST' && !form.test(c.req.header('content-type') ?? '')) throw new HTTPException(415)
  return next()
}

const limitedTo = (maxSize: number): Guard =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new HTTPException(413)
    },
  })
const ofForm = limitedTo(LARGEST_BODY_BYTES)
const ofFile = limitedTo(LARGEST_UPLOAD_BYTES)

/** Measures the body before anything reads it. */
export const limitedBody: Guard = (c, next) => (takesFile(c) ? ofFile : ofForm)(c, next)

const typedForm = async (c: Visit): Promise<URLSearchParams> => new URLSearchParams(await c.req.text())

/** Browsers send line ends as CR LF; one character each, they count as the reader counts them. */
const plainLines = (text: string) => text.replace(/\r\n?/g, '\n')

/** What was typed into the named fields, as it was typed. Fields of any other name are never looked at. */
export const readForm = async <Name extends string>(
  c: Visit,
  names: readonly Name[],
): Promise<Record<Name, string>> => {
  const form = await typedForm(c)
  return Object.fromEntries(names.map((name) => [name, plainLines(form.get(name) ?? '')])) as Record<Name, string>
}

/** All that was sent, only to give it back to its sender. */
export const everythingTyped = async (c: Visit): Promise<Typed> =>
  Object.fromEntries([...(await typedForm(c))].map(([name, value]) => [name, plainLines(value)]))
