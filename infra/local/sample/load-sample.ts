import { readFileSync } from 'node:fs'
import { sectorNamed } from '#shared/aws/deps.ts'
import { dynamoRecords } from '#shared/aws/dynamo-records.ts'
import { platform } from '#shared/aws/platform.ts'
import { roundAfter, roundOf, roundOfDay } from '#shared/domain/calendar/round.ts'
import { addDays } from '#shared/domain/calendar-days.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { type IdentifiedContribution, readContributionTable } from '#shared/domain/ledger/import/yearly-table.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { roundWrite } from '#shared/records/calendar.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import { type NewContact, registerContact } from '#shared/usecases/contacts/register-contact.ts'
import type { Deps } from '#shared/usecases/deps.ts'
import { recordContribution } from '#shared/usecases/ledger/record-contribution.ts'
import { samplePeople } from './people.ts'

export interface SampleTarget {
  readonly tableName: string
  readonly endpointUrl: string
  readonly sectorName: string
  readonly secretariat: readonly string[]
}

/** Writes through the local endpoint under its own name, as the functions do under theirs. */
export const sampleDeps = ({ tableName, endpointUrl, sectorName }: SampleTarget): Deps => ({
  records: dynamoRecords(tableName, {
    endpoint: endpointUrl,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local-sample', secretAccessKey: 'local' },
  }),
  sector: sectorNamed(sectorName),
  platform,
})

/** The people of the sample, and the contributions given or those published for 2022. */
export const loadSample = async (
  target: SampleTarget,
  now: Instant,
  contributions: readonly IdentifiedContribution[] = published2022(),
): Promise<void> => {
  const deps = sampleDeps(target)
  for (const person of samplePeople(deps.sector, target.secretariat)) await registerOnce(deps, person)
  for (const { id, contribution } of contributions)
    await recordContribution(deps)(id, contribution, { now, actor: 'system/sample' })
}

/** A first start that was broken off is made again: who is there already stays. */
const registerOnce = async (deps: Deps, person: NewContact): Promise<void> => {
  try {
    await registerContact(deps)(person)
  } catch (error) {
    if (!(error instanceof UserError && error.code === 'address-known')) throw error
  }
}

const published2022 = (): readonly IdentifiedContribution[] => {
  const table = readContributionTable(
    readFileSync(new URL('contributions-2022.csv', import.meta.url), 'utf8'),
    'landmine-monitor',
  )
  if ('mistakes' in table) throw new Error(`contributions-2022.csv: ${JSON.stringify(table.mistakes)}`)
  return table.contributions
}

const TRIAL_DAYS = 14

/** Between two rounds there would be nothing to try: the last round is due two weeks from now. */
export const keepARoundOpen = async (target: SampleTarget, now: Instant): Promise<void> => {
  const deps = sampleDeps(target)
  const today = dayAt(now, deps.sector.timeZone)
  const last = roundAfter(roundOfDay(today), -1)
  const due = addDays(today, TRIAL_DAYS)
  if (roundOf(last, deps.sector).due >= today) return
  await transactOnce(deps.records, [roundWrite(roundOf(last, deps.sector, due), undefined, deps.sector.timeZone)])
}
