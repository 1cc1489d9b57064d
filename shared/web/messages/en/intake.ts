import type { FactField } from '#shared/domain/ledger/read-facts.ts'
import type { MovementField } from '#shared/domain/ledger/read-movement.ts'
import { ledger } from './ledger.ts'

/** Fields of an event that a form calls otherwise than by one field of its own. */
const IN_EVENTS: Readonly<Record<string, FactField | MovementField>> = {
  'usdRate.rate': 'rate',
  'usdRate.direction': 'rate_direction',
  'usdRate.source': 'rate_source',
  'usdRate.date': 'rate_date',
  usdRate: 'rate',
}

/** `data.movements.0.usd` → `Movement 1, Amount in US$`: as the form calls it. Undefined for what no form has. */
const fieldInWords = (path: string): string | undefined => {
  const [, index, own] = /^data\.movements\.(\d+)\.?(.*)$/.exec(path) ?? []
  if (index === undefined) return nameOf(/^data\.(\w+)/.exec(path)?.[1] ?? '', ledger.facts)
  const name = nameOf(IN_EVENTS[own ?? ''] ?? own ?? '', ledger.movements)
  return [ledger.movementNumber(Number(index) + 1), ...(name === undefined ? [] : [name])].join(', ')
}

const nameOf = (field: string, names: Readonly<Record<string, string>>): string | undefined =>
  Object.hasOwn(names, field) ? names[field] : undefined

/** `data.movements.0.usd: Enter …` → `Movement 1, Amount in US$ (data.movements.0.usd): Enter …` */
const reasonInWords = (reason: string): string => {
  const [, path = '', rest = ''] = /^([\w.]+): (.*)$/s.exec(reason) ?? []
  const field = fieldInWords(path)
  return field === undefined ? reason : `${field} (${path}): ${rest}`
}

/** Events from other systems. */
export const intake = {
  title: 'Events from other systems',
  intro:
    'What another system sent is taken in when it is complete and clear; what is refused waits here until somebody has dealt with it.',
  waiting: 'Refused',
  none: 'Nothing is waiting.',
  others: 'Latest taken in or dealt with',
  nothingReceived: 'Nothing has been received yet.',
  what: 'What',
  source: 'From',
  received: 'Received',
  outcome: 'Outcome',
  recorded: 'Taken in',
  refused: 'Refused',
  settled: 'Refused, dealt with',
  oneTitle: (type: string) => `Refused: ${type}`,
  oneCaption: (source: string, day: string) => `From ${source}, ${day}`,
  takenInTitle: (type: string) => `Taken in: ${type}`,
  eventId: 'Its number at the sender',
  noEventId: 'None',
  reasons: 'Why it was refused',
  reasonInWords,
  original: 'As it was received',
  originalNote: 'The sender may mend it and send it again under the same number.',
  deal: 'Dealt with',
  dealIntro: 'Say what was done about it, such as whom you told. It leaves the desk and stays on record.',
  note: 'What was done about it',
  dealButton: 'Mark as dealt with',
  dealtWith: 'The event is marked as dealt with.',
  dealtWithBy: (name: string, at: string) => `Dealt with by ${name}, ${at}`,
}
