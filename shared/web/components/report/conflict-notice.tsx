import type { Typed } from '#shared/domain/report.ts'
import type { Conflict } from '../../report-draft/conflict.ts'
import { useFrame } from '../frame.ts'
import { Notice, NoticeText } from '../notice.tsx'
import { Table } from '../table.tsx'
import { Words } from '../words.tsx'

/** Shows the other's change beside one's own text, which stays in the form below. */
export const ConflictNotice = ({ conflict, typed }: { conflict: Conflict; typed: Typed }) => {
  const { t, sector } = useFrame()
  const { report, formats } = t
  const { differences, rowGone } = conflict
  return (
    <Notice>
      <NoticeText>{report.conflictTitle}</NoticeText>
      <p class="govuk-body">{report.conflictBy(conflict.savedBy, formats.moment(conflict.savedAt, sector.timeZone))}</p>
      {rowGone && <p class="govuk-body">{report.conflictRowGone}</p>}
      {differences.length === 0 ? (
        !rowGone && <p class="govuk-body">{report.conflictSame}</p>
      ) : (
        <Table
          id="conflict"
          caption={report.conflictIntro}
          columns={[{ head: report.field }, { head: report.theirs }, { head: report.yours }]}
          rows={differences.map(({ field, theirs }) => [
            [...field.groups, field.label].join(', '),
            <Words text={theirs || report.empty} />,
            <Words text={typed[field.path] || report.empty} />,
          ])}
        />
      )}
      <p class="govuk-body">{report.conflictChoose}</p>
    </Notice>
  )
}
