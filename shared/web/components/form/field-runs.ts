import type { Field } from '#shared/domain/forms/form.ts'

export interface FieldRun<Entry> {
  /** The heading that the fields share; empty for fields outside any group. */
  readonly heading: string
  readonly entries: readonly Entry[]
}

/** Neighbouring fields under one heading, in the schema's order. */
export const fieldRuns = <Entry extends { readonly field: Field }>(entries: readonly Entry[]): FieldRun<Entry>[] => {
  const runs: { heading: string; entries: Entry[] }[] = []
  for (const entry of entries) {
    const heading = entry.field.groups.join(', ')
    const last = runs.at(-1)
    if (last?.heading === heading) last.entries.push(entry)
    else runs.push({ heading, entries: [entry] })
  }
  return runs
}
