import type { Brief } from '#shared/domain/briefs/model.ts'
import type { AmendedReport } from '../../services.ts'
import { useFrame } from '../frame.ts'
import { briefName } from './brief-links.tsx'

/** Which reports behind a released brief say something else by now, each with its own brief, where what changed is listed. */
export const AmendedSince = ({ brief, amended }: { brief: Brief; amended: readonly AmendedReport[] }) => {
  const { t, sector } = useFrame()
  return (
    <>
      {amended.map(({ round, twg, version }) => {
        const key = `${round}/${twg}`
        const name = t.briefs.amendedReport(briefName(key, sector, t), version)
        return (
          <p class="govuk-inset-text">
            {t.briefs.amendedSince}{' '}
            {key === brief.key ? (
              name
            ) : (
              <a class="govuk-link" href={`/briefs/${key}`}>
                {name}
              </a>
            )}
          </p>
        )
      })}
    </>
  )
}
