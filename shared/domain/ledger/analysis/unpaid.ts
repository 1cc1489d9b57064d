import { divided } from '../exact.ts'
import { kindOf, type Movement } from '../movement.ts'

/** What a tranche is counted under. */
type Facts = Pick<Movement, 'donor' | 'recipient' | 'pillars' | 'multiYear'>

/** Part of a commitment that is not disbursed yet, in US cents. */
export interface Unpaid {
  readonly tranche: Facts & Pick<Movement, 'date'>
  readonly usdCents: bigint
}

interface Tranche {
  readonly date: string
  readonly currency: string
  readonly facts: Facts
  minor: bigint
  usd: bigint
}

interface Account {
  readonly tranches: Map<string, Tranche>
  /** What was disbursed, by currency: minor units and US cents. */
  readonly paid: Map<string, { minor: bigint; usd: bigint }>
}

/**
 * What of each contribution's commitments is not disbursed yet, whatever the order its movements come in.
 * Disbursements settle the earliest tranche first, and those of the same currency count in that currency: a commitment of
 * EUR 100 is settled by EUR 100, whatever the euro was worth that day. Where currencies differ, US$ decide; a currency whose
 * payments were all taken back is none of them.
 */
export class Commitments {
  private readonly accounts = new Map<string, Account>()
  /** Facts by their spelling, each once: a long year has few, and no movement is kept for them. */
  private readonly facts = new Map<string, Facts>()

  add(movement: Movement): void {
    const kind = kindOf(movement)
    if (kind !== 'commitment' && kind !== 'disbursement') return
    const account = this.accounts.get(movement.contribution) ?? { tranches: new Map(), paid: new Map() }
    this.accounts.set(movement.contribution, account)
    const { currency, minor } = movement.amount
    if (kind === 'disbursement') {
      const paid = account.paid.get(currency) ?? { minor: 0n, usd: 0n }
      account.paid.set(currency, { minor: paid.minor + BigInt(minor), usd: paid.usd + BigInt(movement.usdCents) })
      return
    }
    const { date, donor, recipient, pillars, multiYear } = movement
    const spelling = JSON.stringify([donor, recipient, pillars, multiYear])
    const facts = this.facts.get(spelling) ?? { donor, recipient, pillars, multiYear }
    this.facts.set(spelling, facts)
    // By value date: a reversal meets the tranche that it takes back, since it repeats its facts.
    const key = `${date} ${currency} ${spelling}`
    const tranche = account.tranches.get(key) ?? { date, currency, facts, minor: 0n, usd: 0n }
    tranche.minor += BigInt(minor)
    tranche.usd += BigInt(movement.usdCents)
    account.tranches.set(key, tranche)
  }

  *unpaid(): Iterable<Unpaid> {
    for (const { tranches, paid: sums } of this.accounts.values()) {
      const paid = [...sums].filter(([, { minor }]) => minor !== 0n)
      const due = [...tranches.entries()]
        .filter(([, { minor }]) => minor > 0n)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([, tranche]) => tranche)
      const currencies = new Set([...due.map(({ currency }) => currency), ...paid.map(([currency]) => currency)])
      const inUsd = currencies.size > 1
      let left = paid.reduce((sum, [, { minor, usd }]) => sum + (inUsd ? usd : minor), 0n)
      for (const { date, facts, minor, usd } of due) {
        const whole = inUsd ? usd : minor
        const open = whole - least(whole, left)
        left -= least(whole, left)
        if (open > 0n) yield { tranche: { ...facts, date }, usdCents: divided(usd * open, whole) }
      }
    }
  }
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)
