import { readDate } from '#shared/domain/forms/read-date.ts'
import type { Typed } from '#shared/domain/report.ts'
import { optionText } from '../form/field-text.ts'
import { groupOptions, seatOptions } from '../form/group-options.ts'
import type { Frame } from '../frame.ts'

/** A field's name as its page says it, and what was chosen in words. */
export interface Said {
  readonly key: string
  readonly value: string
}

interface Asked {
  readonly label?: string
  readonly options?: Readonly<Record<string, string>>
}

/** What forms outside a report's parts ask, by the last word of a field's name, for addresses that begin so. */
const asked = ({ t, sector }: Frame): readonly [address: RegExp, fields: Readonly<Record<string, Asked>>][] => [
  [
    /^\/reports\//,
    {
      lateReason: { label: t.reportCheck.lateReason },
      due: { label: t.reportLife.newDue },
      comment: { label: t.reportLife.comment },
    },
  ],
  [
    /^\/actions/,
    {
      group: { label: t.actions.group, options: Object.fromEntries(groupOptions(sector, t)) },
      text: { label: t.actions.text },
      owner: { label: t.actions.owner },
      due: { label: t.actions.due },
      status: { label: t.actions.statusLabel, options: t.actions.status },
      note: { label: t.actions.note },
    },
  ],
  [
    /^\/contacts/,
    {
      role: { label: t.contacts.role, options: t.contacts.roles },
      group: { label: t.contacts.group, options: Object.fromEntries(groupOptions(sector, t)) },
      seat: { label: t.contacts.seat, options: Object.fromEntries(seatOptions(sector)) },
    },
  ],
  [
    /^\/calendar\/seat/,
    {
      kind: { label: t.seat.kind, options: t.seat.kinds },
      from: { label: t.seat.turn },
      with: { label: t.seat.other },
      reason: { label: t.seat.reason },
    },
  ],
  [
    /^\/funding\/reconciliation\//,
    {
      donor: {
        label: t.funding.donor,
        options: Object.fromEntries(sector.donorSeat.donors.map(({ id, name }) => [id, name])),
      },
      text: { label: t.ledger.explanation },
    },
  ],
  [
    /^\/funding\//,
    {
      ...labelled(t.ledger.facts),
      ...labelled(t.ledger.movements),
      source: { label: t.ledger.facts.source, options: t.ledger.sources },
      form: { label: t.ledger.facts.form, options: t.ledger.forms },
      earmarking: { label: t.ledger.facts.earmarking, options: t.ledger.earmarkings },
      type: { label: t.ledger.movements.type, options: t.ledger.types },
      rate_direction: { label: t.ledger.movements.rate_direction, options: t.ledger.directions },
      total: { label: t.ledger.total },
    },
  ],
]

const labelled = (labels: Typed): Readonly<Record<string, Asked>> =>
  Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, { label }]))

/** `startsOn` → `Starts on`, for what no list names. */
const inWords = (name: string): string => {
  const words = name
    .replace(/[.:_]+/g, ' ')
    .replace(/([a-z])([A-Z0-9])/g, '$1 $2')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A day that was chosen from a list is said as the list says it. */
const dayText = (value: string, { t }: Frame): string => {
  const read = /^\d{4}-\d\d-\d\d$/.test(value) ? readDate(value) : { mistake: '' }
  return 'day' in read ? t.formats.day(read.day) : value
}

/** A field of any form that is no part of a report: `movements.1.rate_direction` is named with its movement. */
export const saidElsewhere = (name: string, value: string, frame: Frame): Said => {
  const fields = asked(frame).find(([address]) => address.test(frame.path))?.[1] ?? {}
  const last = name.split('.').at(-1) ?? ''
  const { label, options } = (Object.hasOwn(fields, last) ? fields[last] : undefined) ?? {}
  const [, movement] = /^movements\.(\d+)\./.exec(name) ?? []
  const place = movement === undefined ? [] : [frame.t.ledger.movementNumber(Number(movement) + 1)]
  return {
    key: label === undefined ? inWords(name) : [...place, label].join(', '),
    value: options ? optionText(options, value) : dayText(value, frame),
  }
}
