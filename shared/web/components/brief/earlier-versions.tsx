import type { Brief } from '#shared/domain/briefs/model.ts'
import { useFrame } from '../frame.ts'
import { SectionHeading } from '../heading.tsx'

/** Links to what was released before: while a correction is a draft, that is also the version that still stands. */
export const EarlierVersions = ({ brief }: { brief: Pick<Brief, 'key' | 'status' | 'version'> }) => {
  const { t } = useFrame()
  const earlier = brief.status === 'draft' ? brief.version : brief.version - 1
  if (earlier < 1) return null
  return (
    <>
      <SectionHeading>{t.briefs.earlier}</SectionHeading>
      <ul class="govuk-list app-no-print">
        {Array.from({ length: earlier }, (_, back) => earlier - back).map((version) => (
          <li>
            <a class="govuk-link" href={`/briefs/version/${version}/${brief.key}`}>
              {t.briefs.versionName(version)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
