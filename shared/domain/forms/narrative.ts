import * as z from 'zod'
import { once } from '../once.ts'
import { choice, date, longText, optionalDate, optionalLongText, optionalText, text } from './field.ts'

/** Who answers for the report and for its data. */
export const Header = once(() =>
  z.strictObject({
    preparedBy: text('Prepared by'),
    clearedBy: text({ label: 'Cleared by', help: 'The person of your institution who released these figures' }),
    cutOff: date({ label: 'Data cut-off date', help: 'The last day that the figures cover' }),
    dataSource: choice('Source of the data', {
      imsma: 'IMSMA',
      'operator-returns': 'Operator returns',
      estimate: 'Estimate',
    }),
    status: choice('Status of the data', { provisional: 'Provisional', verified: 'Verified' }),
  }),
)
export type Header = z.infer<ReturnType<typeof Header>>

const PRIORITIES = 5
const DECISIONS = 3
const numbered = (n: number) => Array.from({ length: n }, (_, index) => index + 1)

/** The words of the report; decisions and priorities have a fixed number of places, empty ones are left out. */
export const Narrative = once(() =>
  z.strictObject({
    achievements: longText('Achievements'),
    challenges: longText('Challenges'),
    ...(Object.fromEntries(
      numbered(PRIORITIES).map((n) => [
        `priority${n}`,
        optionalText({ label: `Priority ${n} for the next quarter`, lines: 2 }),
      ]),
    ) as Record<`priority${1 | 2 | 3 | 4 | 5}`, ReturnType<typeof optionalText>>),
    ...(Object.fromEntries(
      numbered(DECISIONS).flatMap((n) => [
        [`decision${n}`, optionalText({ label: `Decision requested ${n}`, lines: 3 }, 400)],
        [`decision${n}From`, optionalText({ label: `From whom (decision ${n})` })],
        [`decision${n}By`, optionalDate({ label: `By when (decision ${n})`, planned: true })],
      ]),
    ) as Record<`decision${1 | 2 | 3}${'' | 'From'}`, ReturnType<typeof optionalText>> &
      Record<`decision${1 | 2 | 3}By`, ReturnType<typeof optionalDate>>),
    gender: optionalLongText({ label: 'Gender and inclusion' }, 1500),
    links: optionalLongText({ label: 'Links to documents', help: 'One address a line, instead of uploads' }, 1500),
  }),
)
export type Narrative = z.infer<ReturnType<typeof Narrative>>

/** A quarter without activity, and why. */
export const NilReturn = once(() => z.strictObject({ reason: longText('Why there is nothing to report', 500) }))
export type NilReturn = z.infer<ReturnType<typeof NilReturn>>

export interface RequestedDecision {
  readonly text: string
  readonly from: string
  readonly by: string
}

export const decisionsOf = (narrative: Narrative): RequestedDecision[] =>
  ([1, 2, 3] as const)
    .map((n) => ({
      text: narrative[`decision${n}`],
      from: narrative[`decision${n}From`],
      by: narrative[`decision${n}By`],
    }))
    .filter((decision) => decision.text !== '')

export const prioritiesOf = (narrative: Narrative): string[] =>
  ([1, 2, 3, 4, 5] as const).map((n) => narrative[`priority${n}`]).filter((priority) => priority !== '')
