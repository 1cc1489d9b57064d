import type * as z from 'zod'

/** What is wrong with a part of an event, named by its path: `data.movements.0.usd`. */
export interface PathMistake {
  readonly path: string
  readonly message: string
  /** It is of a kind that no reader of texts could read, so nothing else is to be said of it. */
  readonly unreadable: boolean
}

type Issue = z.core.$ZodIssue

/** How an event is not built as its schema says, in the words of the forms. @param detail what was checked */
export const structureMistakes = (issues: readonly Issue[], detail: unknown): PathMistake[] =>
  issues.flatMap((issue) => {
    const given = valueAt(detail, issue.path)
    const inner = issue.code === 'invalid_union' && alternative(issue.errors, given)
    if (inner) {
      const below = inner.map((one) => ({ ...one, path: [...issue.path, ...one.path] }))
      return structureMistakes(below, detail)
    }
    const unreadable = (issue.code === 'invalid_type' && given !== undefined) || issue.code === 'unrecognized_keys'
    return { path: issue.path.join('.') || 'detail', message: inWords(issue, given), unreadable }
  })

/** The value at a path of an event; undefined where there is none. */
export const valueAt = (detail: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    detail,
  )

/** Of alternatives for an object and a list, the mistakes of the one that was meant. */
const alternative = (errors: readonly (readonly Issue[])[], given: unknown): readonly Issue[] | undefined =>
  errors.find((issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0)) ??
  (typeof given === 'string' ? errors.at(-1) : undefined)

const KINDS: Readonly<Record<string, string>> = {
  string: 'text in quotes',
  number: 'a number without quotes',
  array: 'a list in [brackets]',
  object: 'an object in {braces}',
}

const inWords = (issue: Issue, given: unknown): string => {
  switch (issue.code) {
    case 'invalid_type':
      if (!issue.message.startsWith('Invalid input')) return issue.message
      return `${given === undefined ? 'Is missing: give' : 'Must be'} ${KINDS[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `Choose ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.join(', ')}`
    case 'too_small':
      return issue.origin === 'number' ? `Give ${issue.minimum} or more` : 'Is empty'
    case 'too_big':
      return issue.origin === 'number'
        ? `Give ${issue.maximum} at most`
        : issue.origin === 'array'
          ? `Holds more than ${issue.maximum} entries`
          : `Is longer than ${issue.maximum} characters`
    case 'unrecognized_keys':
      return `Holds what the schema does not know, leave it out: ${issue.keys.map((key) => `“${key.slice(0, 40)}”`).join(', ')}`
    default:
      return issue.message
  }
}
