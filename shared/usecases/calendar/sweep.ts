import { Reminder } from '#shared/domain/calendar/reminder.ts'
import type { Instant } from '#shared/domain/dates.ts'
import { DUE, readItem, type Stored } from '#shared/records/record.ts'
import { collect, type Item } from '#shared/records/record-store.ts'
import { releaseDueBrief } from '../briefs/release-brief.ts'
import { settleMail } from '../mail/settle-mail.ts'
import { advanceMeeting } from '../meetings/advance-meeting.ts'
import { republish } from '../relay/republish.ts'
import { handOverSeat } from '../seat/hand-over.ts'
import { type ActivateDeps, activation } from './activate.ts'
import { advanceRound } from './advance-round.ts'
import { plan } from './plan.ts'
import { sendReminders } from './send-reminders.ts'

/** Work may bring up more work that is already due, such as a round that opens in the hour it is planned. */
const PASSES = 4

/**
 * The hourly sweep: looks only at what is due (GSI2), hands each item to its step, then, with all of them done, sends the
 * reminders together. A step that fails holds up no other; the failures are thrown at the end, for the alarm and another try.
 */
export const sweep = (deps: ActivateDeps) => {
  const activatedAt = activation(deps)
  return async (now: Instant): Promise<void> => {
    const activated = await activatedAt(now)
    const failures: unknown[] = []
    const done = new Set<string>()
    let reminders: Item[] = []
    for (let pass = 0; pass < PASSES; pass++) {
      const due = await collect(deps.records.query({ index: 'GSI2', partition: DUE, sort: { upTo: now } }))
      reminders = due.filter(isReminder)
      const work = due.filter((item) => !isReminder(item) && !done.has(identity(item)))
      if (work.length === 0) break
      for (const item of work) {
        done.add(identity(item))
        try {
          await handle(deps, item, now, activated)
        } catch (error) {
          failures.push(error)
        }
      }
    }
    failures.push(...(await sendReminders(deps)(reminders.flatMap(readReminderItem), now)))
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} step(s) of the sweep failed`)
  }
}

const isReminder = ({ SK }: Item): boolean => SK.startsWith('REMIND#')

const readReminderItem = (item: Item): Stored<Reminder>[] => {
  const stored = readItem(Reminder, item)
  return stored ? [stored] : []
}

/** An item in one of its states: once handled it is left alone until it has moved on. */
const identity = ({ PK, SK, version }: Item) => `${PK} ${SK} ${version}`

const handle = async (deps: ActivateDeps, item: Item, now: Instant, activated: Instant): Promise<void> => {
  const [kind, id = ''] = item.PK.split('#')
  switch (kind) {
    case 'SYSTEM':
      return plan(deps)(now, activated)
    case 'ROUND':
      return advanceRound(deps)(id, now, activated)
    case 'MEETING':
      return advanceMeeting(deps)(id, now)
    case 'SWG':
      return handOverSeat(deps)(now)
    case 'BRIEF':
      return releaseDueBrief(deps)(id, now)
    case 'MAIL':
      return settleMail(deps)(id, now)
    case 'IMPORT': {
      // Read when one is broken off, which is seldom: most sweeps need no reader of CSV.
      const { resumeImport } = await import('../ledger/continue-import.ts')
      return resumeImport(deps)(id, now)
    }
    case 'OUTBOX':
      return republish(deps)(item)
    default:
      throw new Error(`Nothing is known to be done about ${item.PK} ${item.SK}`)
  }
}
