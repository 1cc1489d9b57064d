import type { Round } from '#shared/domain/calendar/round.ts'
import type { Typed } from '#shared/domain/report.ts'
import { coordinationItems } from './figures/coordination-policy-funding.ts'
import { informationManagementRows } from './figures/information-management.ts'
import { riskEducationRows } from './figures/risk-education.ts'
import { type RowsOf, Stocks } from './figures/sample.ts'
import { surveyClearanceRows } from './figures/survey-clearance.ts'
import { victimAssistanceRows } from './figures/victim-assistance.ts'

const ROWS: Readonly<Record<string, RowsOf>> = {
  'survey-clearance': surveyClearanceRows,
  'victim-assistance': victimAssistanceRows,
  'risk-education': riskEducationRows,
  'information-management': informationManagementRows,
  'coordination-policy-funding': coordinationItems,
}

/** Plausible rows of each TWG's form, round after round: consistent, without sudden changes, a stock going on where it was left. */
export const sampleFigures = () => {
  const stocks = new Stocks()
  return (twg: string, round: string): Typed[] => ROWS[twg]?.(round, stocks) ?? []
}

export const headerOf = (name: string, round: Round): Typed => ({
  preparedBy: name,
  clearedBy: 'Director General',
  cutOff: round.quarterEnd,
  dataSource: 'imsma',
  status: 'verified',
})

export const narrativeOf = (twgName: string, round: string): Typed => ({
  achievements: `The work plan of ${twgName} for ${round} was carried out with all operators. Joint field visits took place in two provinces.`,
  challenges: `Rain and unpaved roads delayed work in the south. Funding for the next quarter is not yet confirmed by all donors.`,
  priority1: 'Agree on the list of villages for the next quarter',
  priority2: 'Joint data review with the information management unit',
  decision1: `Confirm the ${twgName} priorities for the next quarter`,
  decision1From: 'Co-chairs',
  decision1By: `${Number(round.slice(0, 4)) + 1}-03-31`,
  gender: 'Women were a third of the teams deployed.',
})
