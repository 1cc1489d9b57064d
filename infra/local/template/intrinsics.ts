import { Refusal } from '#infra/refusal.ts'

/** What a reference in the template stands for on this machine. */
export interface Scope {
  /** The value of `Ref` to a resource or a pseudo parameter. */
  readonly ref: (name: string) => unknown
  readonly getAtt: (logicalId: string, attribute: string) => unknown
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const text = (value: unknown, where: string): string => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new Refusal(`${where} needs text and got ${JSON.stringify(value)}.`)
}

const list = (value: unknown, where: string): unknown[] => {
  if (Array.isArray(value)) return value
  throw new Refusal(`${where} needs a list and got ${JSON.stringify(value)}.`)
}

const getAtt = (argument: unknown, scope: Scope): unknown => {
  const [logicalId, ...attribute] = typeof argument === 'string' ? argument.split('.') : list(argument, 'Fn::GetAtt')
  return scope.getAtt(text(logicalId, 'Fn::GetAtt'), attribute.map((part) => text(part, 'Fn::GetAtt')).join('.'))
}

const substitute = (argument: unknown, scope: Scope): string => {
  const [pattern, own] = typeof argument === 'string' ? [argument, {}] : list(argument, 'Fn::Sub')
  const variables = isRecord(own) ? own : {}
  return text(pattern, 'Fn::Sub').replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`
    if (name in variables) return text(evaluate(variables[name], scope), 'Fn::Sub')
    return text(name.includes('.') ? getAtt(name, scope) : scope.ref(name), 'Fn::Sub')
  })
}

const functions: Readonly<Record<string, (argument: unknown, scope: Scope) => unknown>> = {
  Ref: (argument, scope) => scope.ref(text(argument, 'Ref')),
  'Fn::GetAtt': getAtt,
  'Fn::Sub': substitute,
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = list(argument, 'Fn::Join')
    const values = list(evaluate(parts, scope), 'Fn::Join')
    return values.map((part) => text(part, 'Fn::Join')).join(text(separator, 'Fn::Join'))
  },
  'Fn::Select': (argument, scope) => {
    const [index, values] = list(argument, 'Fn::Select')
    return list(evaluate(values, scope), 'Fn::Select')[Number(index)]
  },
  'Fn::Split': (argument, scope) => {
    const [separator, value] = list(argument, 'Fn::Split')
    return text(evaluate(value, scope), 'Fn::Split').split(text(separator, 'Fn::Split'))
  },
}

/**
 * A template's value with every intrinsic replaced by what it stands for; a property that is `AWS::NoValue` is left out.
 * @throws Refusal for an intrinsic the local run does not know, by its name.
 */
export const evaluate = (value: unknown, scope: Scope): unknown => {
  if (Array.isArray(value))
    return value.map((element) => evaluate(element, scope)).filter((element) => element !== undefined)
  if (!isRecord(value)) return value
  const entries = Object.entries(value)
  const [only, ...rest] = entries
  if (only && rest.length === 0 && (only[0] === 'Ref' || only[0] === 'Condition' || only[0].startsWith('Fn::'))) {
    const apply = functions[only[0]]
    if (!apply) throw new Refusal(`The local run does not know the intrinsic ${only[0]}.`)
    return apply(only[1], scope)
  }
  const evaluated = entries.map(([key, element]) => [key, evaluate(element, scope)] as const)
  return Object.fromEntries(evaluated.filter(([, element]) => element !== undefined))
}
