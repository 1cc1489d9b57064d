import { donorName, type SeatTurn } from '#shared/domain/calendar/seat.ts'
import type { PlainDate } from '#shared/domain/dates.ts'
import type { HandOver } from '#shared/domain/mail.ts'
import { openActionPoints } from '#shared/records/action-points.ts'
import { latestBriefs } from '#shared/records/briefs.ts'
import { readContact } from '#shared/records/contacts.ts'
import type { Deps } from '../deps.ts'
import type { MailRequest } from '../mail/request-mail.ts'
import { type Handing, historyOf, toldOf, versionOf } from './hand-over-told.ts'
import { seatHolders } from './seat-holders.ts'

const BRIEFS_LOOKED_AT = 60

/**
 * The mails about a hand-over: to both holders, and to whoever was told of another one that does not come. What counts is what a person
 * was told last: nobody is mailed of what that was.
 */
export const handOverMails = async (deps: Deps, handing: Handing, today: PlainDate): Promise<MailRequest[]> => {
  const { sector } = deps
  const { outgoing, incoming } = handing
  const { from, reason } = incoming
  const { current, earlier } = historyOf(deps, handing)
  const to = (contact: string) => ({ contact, subject: `seat/${from}`, version: versionOf(current) })
  const handOver = await handOverOf(deps, handing, today)
  const holders = await holdersOf(deps, handing, today)
  const displaced = await seatHolders(deps, [outgoing, ...earlier.map(({ donor }) => ({ donor, from }))], today)
  const told = toldOf(deps, handing)
  const mails: MailRequest[] = []
  for (const contact of holders) {
    const before = await told(contact)
    if (before === current.donor) continue
    const replaces = before === undefined ? {} : { replaces: donorName(before, sector) }
    mails.push({ ...to(contact), content: { ...handOver, ...replaces } })
  }
  for (const contact of displaced.filter((one) => !holders.includes(one))) {
    const before = await told(contact)
    if (before === undefined || before === current.donor) continue
    const donors = { told: donorName(before, sector), donor: donorName(current.donor, sector) }
    mails.push({ ...to(contact), content: { kind: 'seat-passed', from, ...donors, ...(reason ? { reason } : {}) } })
  }
  return mails
}

/**
 * The mails about a hand-over that is told already, after somebody was named for it: to that person, and the name to whoever was told.
 * The name comes first, so that what was cut short is made up for until that person has been told.
 */
export const joinerMails = async (
  deps: Deps,
  handing: Handing,
  joiner: string,
  today: PlainDate,
): Promise<MailRequest[]> => {
  const { current } = historyOf(deps, handing)
  const version = versionOf(current)
  const subject = `seat/${handing.incoming.from}`
  const holders = await holdersOf(deps, handing, today)
  const told = toldOf(deps, handing)
  if (!holders.includes(joiner) || (await told(joiner)) === current.donor) return []
  const handOver = await handOverOf(deps, handing, today)
  const named = (await readContact(deps.records, joiner))?.contact.value.name
  const mails: MailRequest[] = []
  for (const contact of holders.filter((one) => one !== joiner)) {
    if (named === undefined || (await told(contact)) !== current.donor) continue
    mails.push({ contact, content: { ...handOver, named }, subject, version: `${version} ${joiner}` })
  }
  return [...mails, { contact: joiner, content: handOver, subject, version }]
}

const holdersOf = async (deps: Deps, { outgoing, incoming }: Handing, today: PlainDate): Promise<string[]> =>
  outgoing.donor === incoming.donor ? [] : seatHolders(deps, [outgoing, incoming], today)

/** What is handed over, by whom to whom: the working group's latest brief and its open action points. */
const handOverOf = async (
  deps: Deps,
  { outgoing, incoming }: Handing,
  today: PlainDate,
): Promise<HandOver & { readonly kind: 'hand-over' }> => {
  const { records, sector } = deps
  const holderOf = async (turn: SeatTurn) => {
    const contacts = await seatHolders(deps, [turn], today)
    const people = await Promise.all(contacts.map(async (id) => (await readContact(records, id))?.contact.value.name))
    return { donor: donorName(turn.donor, sector), people: people.filter((name) => name !== undefined) }
  }
  const brief = (await latestBriefs(records, BRIEFS_LOOKED_AT)).find(({ model }) => model.kind === 'swg')
  const points = await openActionPoints(records, 'swg')
  return {
    kind: 'hand-over',
    outgoing: await holderOf(outgoing),
    incoming: await holderOf(incoming),
    from: incoming.from,
    ...(brief ? { brief: { key: brief.key, version: brief.version } } : {}),
    actionPoints: points.map(({ text, owner, due }) => ({ text, owner: owner.name, due })),
  }
}
