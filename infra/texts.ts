import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseAst } from 'rolldown/parseAst'
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

/** Labels, help and options of every form, and what its rules look up as they are built. */
const termsOfForms = (): string[] => {
  const asked = new Set<string>()
  const asking = new Proxy({}, { getOwnPropertyDescriptor: (_, text) => void asked.add(String(text)) })
  readIn(asking, () => {
    const parts = [
      Header(),
      Narrative(),
      NilReturn(),
      FollowUpSaid(),
      ...forms.flatMap(({ rows }) => rows?.schema ?? []),
    ]
    for (const { options } of parts.flatMap((part) => fieldsOf(part)))
      if (typeof options === 'object') Object.values(options)
    for (const name of [...englishCalendar.months, ...englishCalendar.weekdays]) asked.add(name)
    for (const answer of [WarningComment(), LateReason()]) asked.add(answer.meta()?.label as string)
  })
  return [...asked]
}

/** Everything that domain, use cases and their words say in English, once each and in order. */
export const englishTexts = (): string[] => {
  const files = readdirSync(SHARED, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  const said = files.flatMap((file) =>
    sentencesIn(parseAst(readFileSync(join(SHARED, file), 'utf8'), { lang: file.endsWith('x') ? 'tsx' : 'ts' })),
  )
  return [...new Set([...said, ...termsOfForms()])].toSorted()
}

/** The catalogue as a file. */
export const catalogueOf = (texts: readonly string[]): string =>
  `/** All that domain and use cases say, as a type: a language is complete when it is a \`Record<English, string>\`. Written by \`npm run texts\`. */
export type English =
${texts.map((text) => `  | ${JSON.stringify(text)}`).join('\n')}
`

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) writeFileSync(CATALOGUE, catalogueOf(englishTexts()))
