import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import type { Typed } from '#shared/domain/report.ts'
import type { Guard, Visit } from '../visit.ts'

/** Ten times what the longest honest part of a report needs; a row of figures is sent alone. */
const LARGEST_BODY_BYTES = 512 * 1024
const FORM = /^application\/x-www-form-urlencoded\s*(;|$)/i

/** Only forms are accepted, so nothing else is ever parsed. */
export const onlyForms: Guard = async (c, next) => {
  if (c.req.method === 'POST' && !FORM.test(c.req.header('content-type') ?? '')) throw new HTTPException(415)
  return next()
}

/** Measures the body before anything reads it. */
export const limitedBody: Guard = bodyLimit({
  maxSize: LARGEST_BODY_BYTES,
  onError: () => {
    throw new HTTPException(413)
  },
})

const typedForm = async (c: Visit): Promise<URLSearchParams> => new URLSearchParams(await c.req.text())

/** Browsers send line ends as CR LF; one character each, they count as the reader counts them. */
const plainLines = (text: string) => text.replace(/\r\n?/g, '\n')

/** What was typed into the named fields, as it was typed; several ticks of one name with commas between. Fields of any other name are never looked at. */
export const readForm = async <Name extends string>(
  c: Visit,
  names: readonly Name[],
): Promise<Record<Name, string>> => {
  const form = await typedForm(c)
  return Object.fromEntries(names.map((name) => [name, plainLines(form.getAll(name).join(', '))])) as Record<
    Name,
    string
  >
}

/** All that was sent, only to give it back to its sender. */
export const everythingTyped = async (c: Visit): Promise<Typed> =>
  Object.fromEntries([...(await typedForm(c))].map(([name, value]) => [name, plainLines(value)]))
