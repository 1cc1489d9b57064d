import type { Frame } from '../frame.ts'

/** A fact as it is read on a page: codes of sources, forms, earmarking and provinces in words. */
export const factInWords = (fact: string, value: string, { t, sector }: Pick<Frame, 't' | 'sector'>): string => {
  const { sources, earmarkings, forms } = t.ledger
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    source: sources,
    earmarking: earmarkings,
    form: forms,
  }
  if (fact !== 'provinces') return words[fact]?.[value] ?? value
  return value
    .split('; ')
    .map((code) => sector.provinces.find((province) => province.code === code)?.name ?? code)
    .join('; ')
}
