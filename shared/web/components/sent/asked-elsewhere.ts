import { readDate } from '#shared/domain/forms/read-date.ts'
import type { Typed } from '#shared/domain/report.ts'
import { languages } from '../../messages/index.ts'
import { optionText } from '../form/field-text.ts'
import { groupOptions, seatOptions } from '../form/group-options.ts'
import type { Frame } from '../frame.ts'
import type { SummaryRow } from '../summary-list.tsx'

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
      reason: { label: t.seat.reason },
      table: { label: t.reportTable.paste },
      file: { label: t.reportTable.file },
      nil: { label: t.report.nilTick },
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
    /^\/meetings/,
    {
      group: { label: t.calendar.group, options: Object.fromEntries(groupOptions(sector, t)) },
      title: { label: t.calendar.meetingTitle },
      day: { label: t.calendar.day },
      time: { label: t.calendar.time },
      place: { label: t.calendar.place },
      link: { label: t.calendar.link },
      agenda: { label: t.calendar.agenda },
      summary: { label: t.minutes.summary },
      decisions: { label: t.minutes.decisions },
    },
  ],
  [/^\/intake/, { note: { label: t.intake.note } }],
  [
    /^\/contacts/,
    {
      name: { label: t.contacts.name },
      email: { label: t.contacts.email },
      organisation: { label: t.contacts.organisation },
      language: { label: t.contacts.language, options: Object.fromEntries(languages()) },
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
    /^\/funding\/imports/,
    { file: { label: t.imports.file }, source: { label: t.imports.source, options: t.ledger.sources } },
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
      reason: { label: t.ledger.reason },
    },
  ],
]

const labelled = (labels: Typed): Readonly<Record<string, Asked>> =>
  Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, { label }]))

/** `point2-due`: a field of a further action point in minutes. */
const pointLabel = (name: string, { t }: Frame): string | undefined => {
  const [, place = '', field = ''] = /^point(\d)-(text|owner|due)$/.exec(name) ?? []
  return field === '' ? undefined : t.minutes[field as 'text' | 'owner' | 'due'](Number(place))
}

/** A day that was chosen from a list is said as the list says it. */
const dayText = (value: string, { t }: Frame): string => {
  const read = /^\d{4}-\d\d-\d\d$/.test(value) ? readDate(value) : { mistake: '' }
  return 'day' in read ? t.formats.day(read.day) : value
}

/** A field of any form that is no part of a report, as its page says it: `movements.1.rate_direction` is named with its movement. */
export const saidElsewhere = (name: string, value: string, frame: Frame): SummaryRow => {
  const fields = asked(frame).find(([address]) => address.test(frame.path))?.[1] ?? {}
  const last = name.split('.').at(-1) ?? ''
  const { label, options } = (Object.hasOwn(fields, last) ? fields[last] : undefined) ?? {}
  const [, movement] = /^movements\.(\d+)\./.exec(name) ?? []
  const place = movement === undefined ? [] : [frame.t.ledger.movementNumber(Number(movement) + 1)]
  return {
    key: pointLabel(name, frame) ?? [...place, label ?? frame.t.access.otherField].join(', '),
    value: options ? optionText(options, value) : dayText(value, frame),
  }
}
