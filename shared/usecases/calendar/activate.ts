import { addDays } from '#shared/domain/calendar-days.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { activationWrite, readActivation } from '#shared/records/activation.ts'
import { keys } from '#shared/records/keys.ts'
import { itemOf } from '#shared/records/record.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import { ensureSecretariat } from '../contacts/ensure-secretariat.ts'
import type { Deps } from '../deps.ts'
import { nothingPlanned } from './plan.ts'

/** How far back planning begins, so that the round and the meetings under way at activation are known. */
const LOOK_BACK_DAYS = 120

export interface ActivateDeps extends Deps {
  readonly secretariat: readonly string[]
}

/** When the system began to act; recorded by the first sweep. Nothing due before it is ever sent. */
export const activation = (deps: ActivateDeps) => {
  let known: Instant | undefined
  return async (now: Instant): Promise<Instant> => {
    known ??= (await readActivation(deps.records)) ?? (await activate(deps, now))
    return known
  }
}

const activate = async (deps: ActivateDeps, now: Instant): Promise<Instant> => {
  const { records, sector } = deps
  await ensureSecretariat(deps)(deps.secretariat, now)
  const planned = addDays(dayAt(now, sector.timeZone), -LOOK_BACK_DAYS)
  const first = await transactOnce(records, [
    activationWrite(now),
    { put: itemOf(keys.planning(), nothingPlanned(planned), 1, { due: now }), when: 'absent' },
  ])
  if (first) return now
  return (await readActivation(records)) ?? now
}
