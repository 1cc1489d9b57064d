import type { Form } from './form.ts'
import { surveyClearance } from './survey-clearance.ts'

const narrativeOnly = (twg: string): Form => ({ twg, version: 1 })

const forms: readonly Form[] = [
  surveyClearance,
  narrativeOnly('victim-assistance'),
  narrativeOnly('risk-education'),
  narrativeOnly('information-management'),
  narrativeOnly('coordination-policy-funding'),
]

/** The form of a TWG, or undefined for a group that does not report. */
export const formOf = (twg: string): Form | undefined => forms.find((form) => form.twg === twg)
