import { roundOfDay } from '#shared/domain/calendar/round.ts'
import type { Actor } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { type FundingGap, GapTally } from '#shared/domain/ledger/analysis/gap.ts'
import type { Deps } from '../deps.ts'
import { analyseLedger, type LedgerYear } from './analyse-ledger.ts'
import { onlyReaders } from './read-contribution.ts'
import { readFundingNeed } from './read-funding-need.ts'

export interface LedgerView {
  /** The years that have movements, newest first, as each source tells them. */
  readonly years: readonly LedgerYear[]
  /** The twelve-month need against what each source knows to be secured; empty where no report states a need. */
  readonly gaps: readonly FundingGap[]
}

/** The analysis of the whole ledger. @throws UserError `forbidden` */
export const readLedger =
  (deps: Deps) =>
  async (actor: Actor, now: Instant): Promise<LedgerView> => {
    onlyReaders(deps, actor, now)
    const need = await readFundingNeed(deps, roundOfDay(dayAt(now, deps.sector.timeZone)))
    const gap = need && new GapTally(need)
    const years = await analyseLedger(deps)({ watch: (movement) => gap?.add(movement) })
    return { years, gaps: gap?.result() ?? [] }
  }
