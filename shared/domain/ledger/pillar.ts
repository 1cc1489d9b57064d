import { donorId } from './contribution.ts'

/** The pillars of the sector's work, by code. */
export const PILLARS = {
  'survey-clearance': 'Survey and clearance',
  'victim-assistance': 'Victim assistance',
  'risk-education': 'Risk education',
  'information-management': 'Information management',
  coordination: 'Coordination and capacity',
} as const

/** Asks for what nobody stated a pillar of. */
export const UNSTATED_PILLAR = 'not-stated'

type Pillar = keyof typeof PILLARS

/** What donors and published tables call them besides. */
const ALSO_CALLED: Readonly<Record<string, Pillar>> = {
  clearance: 'survey-clearance',
  survey: 'survey-clearance',
  'survey-and-clearance': 'survey-clearance',
  'land-release': 'survey-clearance',
  'mine-risk-education': 'risk-education',
  eore: 'risk-education',
  mre: 'risk-education',
  'capacity-building': 'coordination',
  'coordination-and-capacity': 'coordination',
}

/** A pillar by the name that all share, where one is known; else as it was called. */
export const pillarNamed = (name: string): string => {
  const slug = donorId(name)
  const code = Object.hasOwn(ALSO_CALLED, slug) ? ALSO_CALLED[slug] : slug
  return code !== undefined && Object.hasOwn(PILLARS, code) ? PILLARS[code as Pillar] : name
}
