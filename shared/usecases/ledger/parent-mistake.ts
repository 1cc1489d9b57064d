import type { Contribution } from '#shared/domain/ledger/contribution.ts'
import { ContributionMistakes } from '#shared/domain/ledger/mistakes.ts'
import { type Said, say } from '#shared/domain/words/say.ts'
import { contributionCheck, readContributionRecord } from '#shared/records/contributions.ts'
import type { Stored } from '#shared/records/record.ts'
import type { RecordStore, Write } from '#shared/records/record-store.ts'

/** Money that went through more hands is followed no further: each of them is looked at in the transaction that names it. */
const MOST_STEPS = 5

const tooOften = () => say`This money would be passed on more than ${MOST_STEPS} times`
export const inACircle = () => say`The contribution with this id is itself passed on from this one`

/**
 * What is wrong with the contribution that another one passes on; undefined when nothing is. An unknown parent, or a circle,
 * would take the money out of every total.
 * @param parent empty where nothing is passed on
 * @param of the contribution that names it, where that is recorded already
 * @param steps how often the money was passed on already, in contributions that are not recorded yet
 */
export const parentMistake = async (
  records: RecordStore,
  parent: string,
  { of, steps = 0 }: { readonly of?: string | undefined; readonly steps?: number } = {},
): Promise<Said | undefined> => {
  const walked = await walk(records, parent, of, steps)
  return 'mistake' in walked ? walked.mistake : undefined
}

/**
 * That every contribution which the new parent's money comes through still is as it was read, as conditions of the transaction
 * that names it: of two corrections that would make each other's contribution a parent, the later one fails.
 * @throws ContributionMistakes with what is wrong with the parent
 */
export const parentChecks = async (records: RecordStore, parent: string, of: string): Promise<Write[]> => {
  const walked = await walk(records, parent, of)
  if ('mistake' in walked) throw new ContributionMistakes([{ field: 'parent', message: walked.mistake }])
  return walked.above.map(contributionCheck)
}

/** The contributions that a parent's money comes through, itself first. */
const walk = async (
  records: RecordStore,
  parent: string,
  of: string | undefined,
  steps = 0,
): Promise<{ readonly above: readonly Stored<Contribution>[] } | { readonly mistake: Said }> => {
  const above: Stored<Contribution>[] = []
  if (steps > MOST_STEPS) return { mistake: tooOften() }
  for (let id = parent; id !== ''; id = above.at(-1)?.value.parent ?? '') {
    const isFirst = above.length === 0
    if (id === of) {
      return {
        mistake: isFirst ? say`A contribution cannot be passed on from itself` : inACircle(),
      }
    }
    if (above.length + steps === MOST_STEPS) return { mistake: tooOften() }
    const stored = (await readContributionRecord(records, id))?.contribution
    if (!stored) return isFirst ? { mistake: say`There is no contribution with this id` } : { above }
    if (isFirst && stored.value.withdrawn) return { mistake: say`The contribution with this id was withdrawn` }
    above.push(stored)
  }
  return { above }
}
