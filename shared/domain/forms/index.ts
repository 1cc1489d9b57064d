import { coordinationPolicyFunding } from './coordination-policy-funding.ts'
import type { Form } from './form.ts'
import { informationManagement } from './information-management.ts'
import { riskEducation } from './risk-education.ts'
import { surveyClearance } from './survey-clearance.ts'
import { victimAssistance } from './victim-assistance.ts'

/** Every form there is: another is a file of its own and a line here. Its group is named in the sector. */
export const forms: readonly Form[] = [
  surveyClearance,
  victimAssistance,
  riskEducation,
  informationManagement,
  coordinationPolicyFunding,
]

/** The form of a TWG, or undefined for a group that does not report. */
export const formOf = (twg: string): Form | undefined => forms.find((form) => form.twg === twg)
