import { Refusal } from '#infra/refusal.ts'

/** Whether an event, or a part of it, fits. */
export type Matcher = (value: unknown) => boolean

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isScalar = (value: unknown): boolean => value === null || ['string', 'number', 'boolean'].includes(typeof value)

/** EventBridge compares a list in an event element by element: one that fits is enough. */
const some = (value: unknown, fits: Matcher): boolean => (Array.isArray(value) ? value.some(fits) : fits(value))

const startsWith = (prefix: unknown, where: string): Matcher => {
  if (typeof prefix !== 'string') throw new Refusal(`The event pattern needs text as prefix at ${where}.`)
  return (value) => typeof value === 'string' && value.startsWith(prefix)
}

const anythingBut = (excluded: unknown, where: string): Matcher => {
  if (isRecord(excluded)) {
    const [operator, ...others] = Object.keys(excluded)
    if (operator !== 'prefix' || others.length > 0) throw unknown(`anything-but ${operator}`, where)
    const fits = startsWith(excluded.prefix, where)
    return (value) => value !== undefined && !fits(value)
  }
  const list = Array.isArray(excluded) ? excluded : [excluded]
  return (value) => value !== undefined && !list.includes(value)
}

const unknown = (operator: string, where: string): Refusal =>
  new Refusal(`The local run does not know the event pattern operator "${operator}" at ${where}.`)

const condition = (rule: unknown, where: string): Matcher => {
  if (isScalar(rule)) return (value) => some(value, (element) => element === rule)
  if (!isRecord(rule)) throw new Refusal(`The event pattern at ${where} holds ${JSON.stringify(rule)}.`)
  const [operator, ...others] = Object.keys(rule)
  if (operator === undefined || others.length > 0)
    throw new Refusal(`The event pattern at ${where} needs one operator in ${JSON.stringify(rule)}.`)
  const operand = rule[operator]
  switch (operator) {
    case 'prefix': {
      const fits = startsWith(operand, where)
      return (value) => some(value, fits)
    }
    case 'anything-but': {
      const fits = anythingBut(operand, where)
      return (value) => some(value, fits)
    }
    case 'exists':
      return (value) => (value !== undefined) === operand
    default:
      throw unknown(operator, where)
  }
}

/**
 * Compiles an EventBridge event pattern; filters of event source mappings are the same language.
 * @throws Refusal naming an operator the local run does not know, and where it stands.
 */
export const compilePattern = (pattern: unknown, where = 'the top'): Matcher => {
  if (Array.isArray(pattern)) {
    const conditions = pattern.map((rule) => condition(rule, where))
    return (value) => conditions.some((fits) => fits(value))
  }
  if (!isRecord(pattern))
    throw new Refusal(`The event pattern at ${where} is ${JSON.stringify(pattern)}, neither a list nor an object.`)
  const fields = Object.entries(pattern).map(([key, inner]) => {
    if (key.startsWith('$')) throw unknown(key, where)
    return [key, compilePattern(inner, where === 'the top' ? key : `${where}.${key}`)] as const
  })
  const fitsObject: Matcher = (value) => fields.every(([key, fits]) => fits(isRecord(value) ? value[key] : undefined))
  return (value) => some(value, fitsObject)
}
