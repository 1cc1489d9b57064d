import { coordinationFigures } from './coordination-policy-funding.ts'
import { informationFigures } from './information-management.ts'
import type { Place, ReportFigures } from './report-figures.ts'
import { riskFigures } from './risk-education.ts'
import { surveyFigures } from './survey-clearance.ts'
import { victimFigures } from './victim-assistance.ts'

/** What each TWG reports from a place. */
export const FIGURES: readonly ((place: Place) => ReportFigures)[] = [
  surveyFigures,
  victimFigures,
  riskFigures,
  informationFigures,
  coordinationFigures,
]
