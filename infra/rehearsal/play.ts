import { addDays, instantAt } from '#shared/domain/calendar-days.ts'
import { dayAt, epochMsOf, instantOf } from '#shared/domain/dates.ts'
import type { Deps } from '#shared/usecases/deps.ts'
import type { LocalSystem } from '../local/system.ts'
import type { Faults } from './faults.ts'

const HOUR_MS = 3_600_000
/** Local hour at which the sample's people sit down, once a day. */
const AT_WORK = '10:00'

/** Every full hour from the first day's local midnight to the end of the last day: the sweep runs, more than once under faults, and once a day the people do. */
export const play = async (
  system: LocalSystem,
  { sector }: Deps,
  { from, to }: { from: string; to: string },
  stopping: AbortSignal,
  work: (now: string) => Promise<void>,
  faults?: Faults,
): Promise<void> => {
  const end = epochMsOf(instantAt(addDays(to, 1), '00:00', sector.timeZone))
  const first = Math.ceil(epochMsOf(instantAt(from, '00:00', sector.timeZone)) / HOUR_MS) * HOUR_MS
  for (let hour = first; hour < end; hour += HOUR_MS) {
    stopping.throwIfAborted()
    faults?.nextHour()
    const deliveries = Array.from({ length: faults?.deliveries ?? 1 }, () => system.runSchedule(new Date(hour)))
    await Promise.all(deliveries)
    const now = instantOf(hour)
    if (now === instantAt(dayAt(now, sector.timeZone), AT_WORK, sector.timeZone)) await work(now)
  }
}
