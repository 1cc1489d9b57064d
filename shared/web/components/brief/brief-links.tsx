import type { Sector } from '#shared/sector/schema.ts'
import type { Messages } from '../../messages/index.ts'
import type { Desk } from '../../services.ts'
import { useFrame } from '../frame.ts'
import { TaskList } from '../task-list.tsx'

/** `2026-Q3/survey-clearance` → `Survey and Clearance, 2026-Q3`; `swg-2026-1` → `Working group brief 2026-1`. */
export const briefName = (key: string, sector: Sector, t: Messages): string => {
  const [round = '', id] = key.split('/')
  const twg = sector.twgs.find((candidate) => candidate.id === id)
  return twg ? t.briefs.name(twg.name, round) : t.briefs.swgName(key.replace(/^swg-/, ''))
}

export const BriefLinks = ({ briefs }: { briefs: Desk['briefs'] }) => {
  const { t, sector } = useFrame()
  if (briefs.length === 0) return <p class="govuk-body">{t.desk.noBriefs}</p>
  return (
    <TaskList
      tasks={briefs.map(({ key, status, version, compiledAt }) => ({
        id: `brief-${key.replaceAll('/', '-')}`,
        name: briefName(key, sector, t),
        href: `/briefs/${key}`,
        hint: t.briefs.compiled(t.formats.moment(compiledAt, sector.timeZone)),
        status:
          status === 'released'
            ? { text: t.briefs.released(version), colour: 'green' as const }
            : { text: t.briefs.draft, colour: 'grey' as const },
      }))}
    />
  )
}
