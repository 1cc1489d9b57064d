import type { ActionLine } from '#shared/domain/briefs/model.ts'
import { useFrame } from '../frame.ts'
import { Table } from '../table.tsx'
import { Words } from '../words.tsx'

/** Open action points as a brief states them, overdue first. */
export const ActionTable = ({ actions }: { actions: readonly ActionLine[] }) => {
  const { t } = useFrame()
  if (actions.length === 0) return null
  return (
    <Table
      id="actions"
      caption={t.briefs.actions}
      columns={[{ head: t.briefs.action }, { head: t.briefs.owner }, { head: t.briefs.due }, { head: t.briefs.status }]}
      rows={actions.map((action) => [
        <Words text={[action.text, action.note].filter(Boolean).join('. ')} />,
        action.owner,
        t.formats.day(action.due),
        action.overdue ? t.actions.overdue : t.actions.status[action.status],
      ])}
    />
  )
}
