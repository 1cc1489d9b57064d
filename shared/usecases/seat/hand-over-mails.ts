import {
  donorName,
  type SeatChange,
  type SeatTurn,
  type TurnHolder,
  turnHolders,
} from '#shared/domain/calendar/seat.ts'
import type { PlainDate } from '#shared/domain/dates.ts'
import type { HandOver, MailContent } from '#shared/domain/mail.ts'
import { openActionPoints } from '#shared/records/action-points.ts'
import { latestBriefs } from '#shared/records/briefs.ts'
import { readContact } from '#shared/records/contacts.ts'
import { readMail } from '#shared/records/mails.ts'
import type { Deps } from '../deps.ts'
import { type MailRequest, mailIdOf } from '../mail/request-mail.ts'
import { seatHolders } from './seat-holders.ts'

const BRIEFS_LOOKED_AT = 60

/**
 * The mails about the hand-over from `outgoing` to `incoming`: to both, and to whoever was told of another one that does not come.
 * What counts is what a person was told last: nobody is mailed of what that was.
 */
export const handOverMails = async (
  deps: Deps,
  outgoing: SeatTurn,
  incoming: SeatTurn,
  changes: readonly SeatChange[],
  today: PlainDate,
): Promise<MailRequest[]> => {
  const { sector } = deps
  const { from, reason } = incoming
  const history = turnHolders(from, sector, changes)
  const current = history.at(-1) as TurnHolder
  const earlier = history.slice(0, -1)
  const about = (content: MailContent, contact: string, { donor, changes: count } = current): MailRequest => ({
    contact,
    content,
    subject: `seat/${from}`,
    version: `${count} ${donor}`,
  })
  /** The donor that this person was told of last, unless that was taken back already. */
  const toldOf = async (contact: string): Promise<string | undefined> => {
    const wasMailed = async (content: MailContent, holder: TurnHolder) =>
      (await readMail(deps.records, mailIdOf(about(content, contact, holder)))) !== undefined
    for (const holder of earlier.toReversed()) {
      if (await wasMailed(passed, holder)) return undefined
      if (await wasMailed(handOver, holder)) return holder.donor
    }
    return undefined
  }
  const passed = { kind: 'seat-passed' as const, from, told: '', donor: donorName(current.donor, sector) }
  const handOver = { kind: 'hand-over' as const, ...(await handOverOf(deps, outgoing, incoming, today)) }
  const holders = outgoing.donor === incoming.donor ? [] : await seatHolders(deps, [outgoing, incoming], today)
  const displaced = await seatHolders(deps, [outgoing, ...earlier.map(({ donor }) => ({ donor, from }))], today)
  const mails: MailRequest[] = []
  for (const contact of holders) {
    const told = await toldOf(contact)
    if (told === current.donor) continue
    mails.push(about({ ...handOver, ...(told ? { replaces: donorName(told, sector) } : {}) }, contact))
  }
  for (const contact of displaced.filter((one) => !holders.includes(one))) {
    const told = await toldOf(contact)
    if (told && told !== current.donor)
      mails.push(about({ ...passed, told: donorName(told, sector), ...(reason ? { reason } : {}) }, contact))
  }
  return mails
}

/** What is handed over, by whom to whom: the working group's latest brief and its open action points. */
const handOverOf = async (deps: Deps, outgoing: SeatTurn, incoming: SeatTurn, today: PlainDate): Promise<HandOver> => {
  const { records, sector } = deps
  const holderOf = async (turn: SeatTurn) => {
    const contacts = await seatHolders(deps, [turn], today)
    const people = await Promise.all(contacts.map(async (id) => (await readContact(records, id))?.contact.value.name))
    return { donor: donorName(turn.donor, sector), people: people.filter((name) => name !== undefined) }
  }
  const brief = (await latestBriefs(records, BRIEFS_LOOKED_AT)).find(({ model }) => model.kind === 'swg')
  const points = await openActionPoints(records, 'swg')
  return {
    outgoing: await holderOf(outgoing),
    incoming: await holderOf(incoming),
    from: incoming.from,
    ...(brief ? { brief: { key: brief.key, version: brief.version } } : {}),
    actionPoints: points.map(({ text, owner, due }) => ({ text, owner: owner.name, due })),
  }
}
