import { terms } from '../words/say.ts'

const NAMES: Readonly<Record<string, string>> = terms({
  government: 'the government',
  donor: 'donors',
  'landmine-monitor': 'the Landmine Monitor',
  fts: 'the Financial Tracking Service',
  iati: 'IATI',
})

/** Who states the figures of the ledger: `the Landmine Monitor`. */
export const sourceInWords = (source: string): string =>
  (Object.hasOwn(NAMES, source) ? NAMES[source] : source) ?? source
