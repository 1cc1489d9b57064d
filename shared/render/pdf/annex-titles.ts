/** Titles of the annexes of a working group brief, lettered in the order they come; what is empty is left out. */
export const annexTitles = (has: { readonly inFull: boolean; readonly briefs: boolean; readonly ledger: boolean }) => {
  const briefs = has.inFull ? 1 : 0
  const ledger = briefs + (has.briefs ? 1 : 0)
  const method = ledger + (has.ledger ? 1 : 0)
  const letter = (before: number) => 'ABCD'[before]
  return {
    inFull: `${IN_FULL}: what the pages before show in part`,
    briefs: `Annex ${letter(briefs)}: briefs of the technical working groups`,
    ledger: `Annex ${letter(ledger)}: ledger`,
    method: `Annex ${letter(method)}: method`,
  }
}

/** Where there is one, it is the first. */
export const IN_FULL = 'Annex A'
