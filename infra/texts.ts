import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseAst } from 'rolldown/parseAst'
import type { ZodObject } from 'zod'
import { englishCalendar } from '#shared/domain/day-in-words.ts'
import { LateReason, WarningComment } from '#shared/domain/forms/answers.ts'
import { forms } from '#shared/domain/forms/every-form.ts'
import { FollowUpSaid } from '#shared/domain/forms/follow-up.ts'
import { fieldsOf } from '#shared/domain/forms/form.ts'
import { Header, Narrative, NilReturn } from '#shared/domain/forms/narrative.ts'
import { readIn } from '#shared/domain/words/say.ts'

const SHARED = fileURLToPath(new URL('../shared', import.meta.url))
export const CATALOGUE = join(SHARED, 'domain/words/english.ts')

interface Node {
  readonly type: string
  readonly [part: string]: unknown
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

const literal = (node: unknown): string[] =>
  isNode(node) && node.type === 'Literal' && typeof node.value === 'string' ? [node.value] : []

/** The sentences of a piece of code: what stands behind `say`, `sayTerm` and `terms`, with `{1}` where a value stands. */
const sentencesIn = (node: unknown): string[] => {
  if (Array.isArray(node)) return node.flatMap(sentencesIn)
  if (!isNode(node)) return []
  const below = Object.values(node).flatMap(sentencesIn)
  const name = ((node.tag ?? node.callee) as Node | undefined)?.name
  if (node.type === 'TaggedTemplateExpression' && name === 'say') {
    const { quasis } = node.quasi as { quasis: { value: { cooked: string } }[] }
    return [quasis.map(({ value }) => value.cooked).reduce((all, part, at) => `${all}{${at}}${part}`), ...below]
  }
  const [first] = (node.arguments ?? []) as unknown[]
  if (name === 'sayTerm') return [...literal(first), ...below]
  if (name === 'terms' && isNode(first) && first.type === 'ObjectExpression')
    return [...(first.properties as Node[]).flatMap(({ value }) => literal(value)), ...below]
  return below
}

/** What is looked up while fields are listed: labels, help, options, what is counted. */
const termsOf = (schemas: () => readonly ZodObject[]): string[] => {
  const asked = new Set<string>()
  const asking = new Proxy({}, { getOwnPropertyDescriptor: (_, text) => void asked.add(String(text)) })
  readIn(asking, () => {
    for (const { options } of schemas().flatMap(fieldsOf)) if (typeof options === 'object') Object.values(options)
  })
  return [...asked]
}

/** Where a form says what is its own: whoever adds one adds this file alone. */
const OF_ONE_FORM = /^domain[\\/]forms[\\/]of-twgs[\\/]/

const saidIn = (isAsked: (file: string) => boolean): string[] =>
  readdirSync(SHARED, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && isAsked(file))
    .flatMap((file) =>
      sentencesIn(parseAst(readFileSync(join(SHARED, file), 'utf8'), { lang: file.endsWith('x') ? 'tsx' : 'ts' })),
    )

const ordered = (texts: readonly string[]): string[] => [...new Set(texts)].toSorted()

/** Everything that domain and use cases say in English, but for what single forms say. */
export const englishTexts = (): string[] =>
  ordered([
    ...saidIn((file) => !OF_ONE_FORM.test(file)),
    ...termsOf(() => [Header(), Narrative(), NilReturn(), FollowUpSaid()]),
    ...[...englishCalendar.months, ...englishCalendar.weekdays],
    ...[WarningComment(), LateReason()].map((answer) => String(answer.meta()?.label)),
  ])

/** What the forms of the TWGs say of their own. */
export const formTexts = (): string[] =>
  ordered([
    ...saidIn((file) => OF_ONE_FORM.test(file)),
    ...termsOf(() => forms.flatMap(({ rows }) => rows?.schema ?? [])),
  ])

/** The catalogue as a file. */
export const catalogueOf = (texts: readonly string[]): string =>
  `/** All that domain and use cases say beside single forms, as a type which a language has to fill. Written by \`npm run texts\`. */
export type English =
${texts.map((text) => `  | ${JSON.stringify(text)}`).join('\n')}
`

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) writeFileSync(CATALOGUE, catalogueOf(englishTexts()))
