import type { Role } from '#shared/domain/contact.ts'
import { groupOptions } from '../../components/form/group-options.ts'
import type { Frame } from '../../components/frame.ts'

/** `Chair, Risk Education (from 1 January 2026)` */
export const roleText = ({ role, group, from, until }: Role, { t, sector }: Frame): string => {
  const groupName = groupOptions(sector, t).find(([id]) => id === group)?.[1] ?? group
  const day = t.formats.day
  return t.contacts.since(t.contacts.roleIn(t.contacts.roles[role], groupName), day(from), until && day(until))
}
