import { MOVEMENT_COLUMNS, MOVEMENT_COLUMNS_NEEDED } from '#shared/domain/ledger/import/movement-table.ts'
import { CONTRIBUTION_COLUMNS } from '#shared/domain/ledger/import/yearly-row.ts'
import { useFrame } from '../frame.ts'
import { SectionHeading } from '../heading.tsx'
import { Table } from '../table.tsx'

/** What each column of either format holds, and how it is read. */
export const FileColumns = () => {
  const { t } = useFrame()
  return (
    <>
      <SectionHeading>{t.imports.columnsTitle}</SectionHeading>
      <Columns
        id="yearly-columns"
        caption={t.imports.yearlyColumns}
        columns={CONTRIBUTION_COLUMNS}
        needed={CONTRIBUTION_COLUMNS}
      />
      <Columns
        id="movement-columns"
        caption={t.imports.movementColumns}
        columns={MOVEMENT_COLUMNS}
        needed={MOVEMENT_COLUMNS_NEEDED}
      />
    </>
  )
}

type Column = (typeof MOVEMENT_COLUMNS | typeof CONTRIBUTION_COLUMNS)[number]

const Columns = (about: { id: string; caption: string; columns: readonly Column[]; needed: readonly Column[] }) => {
  const { t } = useFrame()
  return (
    <Table
      id={about.id}
      caption={about.caption}
      columns={[t.imports.column, t.imports.columnNeeded, t.imports.columnHolds].map((head) => ({ head }))}
      rows={about.columns.map((column) => [
        <code>{column}</code>,
        about.needed.includes(column) ? t.imports.yes : t.imports.no,
        t.imports.columnHint(column),
      ])}
    />
  )
}
