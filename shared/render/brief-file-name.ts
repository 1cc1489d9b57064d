import type { Brief } from '#shared/domain/briefs/model.ts'

/** `Version 1`, or `Draft` before the first release. */
export const versionInWords = (version: number): string => (version === 0 ? 'Draft' : `Version ${version}`)

/** `2026-Q1-survey-clearance-v1.pdf`: letters, digits and hyphens only, whatever the key holds. */
export const briefFileName = (brief: Pick<Brief, 'key' | 'version'>): string => {
  const key = brief.key.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')
  return `${key}-${brief.version === 0 ? 'draft' : `v${brief.version}`}.pdf`
}
