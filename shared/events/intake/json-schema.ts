import * as z from 'zod'
import { ContributionRecordedIn } from './contribution-recorded.ts'

/** The JSON Schemas (draft 2020-12) of what other systems may send, by file name; made from what is checked on arrival. */
const SCHEMAS = {
  'contribution-recorded.schema.json': {
    title: 'ContributionRecorded',
    description:
      'Detail of an event ContributionRecorded from another system. Checked beyond this schema: currencies are of ISO 4217, amounts have no more decimals than their currency, percentages add up to 100, provinces are known, nothing was paid on a day to come.',
    schema: ContributionRecordedIn,
  },
} as const

/** @returns undefined where there is no such schema */
export const jsonSchema = (name: string): object | undefined => {
  if (!Object.hasOwn(SCHEMAS, name)) return undefined
  const { title, description, schema } = SCHEMAS[name as keyof typeof SCHEMAS]
  return { title, description, ...z.toJSONSchema(schema.unwrap(), { io: 'input', unrepresentable: 'any' }) }
}
