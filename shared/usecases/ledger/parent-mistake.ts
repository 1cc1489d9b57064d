import { readContributionRecord } from '#shared/records/contributions.ts'
import type { RecordStore } from '#shared/records/record-store.ts'

/**
 * What is wrong with the contribution that another one passes on; undefined when nothing is. An unknown parent, or a circle,
 * would take the money out of every total.
 * @param parent empty where nothing is passed on
 * @param of the contribution that names it, where that is recorded already
 */
export const parentMistake = async (records: RecordStore, parent: string, of?: string): Promise<string | undefined> => {
  if (parent === '') return undefined
  if (parent === of) return 'A contribution cannot be passed on from itself'
  const passedOn = (await readContributionRecord(records, parent))?.contribution.value
  if (!passedOn) return 'There is no contribution with this id'
  if (passedOn.withdrawn) return 'The contribution with this id was withdrawn'
  const seen = new Set([parent])
  let above = passedOn.parent
  while (above !== '' && !seen.has(above)) {
    if (above === of) return 'The contribution with this id is itself passed on from this one'
    seen.add(above)
    above = (await readContributionRecord(records, above))?.contribution.value.parent ?? ''
  }
  return undefined
}
