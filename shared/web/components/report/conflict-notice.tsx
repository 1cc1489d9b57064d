import type { Field } from '#shared/domain/forms/form.ts'
import { fullName } from '#shared/domain/forms/form.ts'
import type { Typed } from '#shared/domain/report.ts'
import type { Conflict } from '../../report-draft/conflict.ts'
import { typedText } from '../form/field-text.ts'
import { useFrame } from '../frame.ts'
import { Notice, NoticeText } from '../notice.tsx'
import { Table } from '../table.tsx'
import { Words } from '../words.tsx'

/** Shows the other's change beside one's own text, which stays in the form below. */
export const ConflictNotice = ({ conflict, typed }: { conflict: Conflict; typed: Typed }) => {
  const { t, sector, actor } = useFrame()
  const { report, formats } = t
  const { rowGone, saved } = conflict
  if (!saved)
    return (
      <Notice>
        <NoticeText>{report.conflictDiscarded}</NoticeText>
      </Notice>
    )
  const isOwn = saved.by === actor?.contact.name
  const at = formats.moment(saved.at, sector.timeZone)
  const spell = (field: Field, text: string) => typedText(field, text, sector, t) || report.empty
  const differences = conflict.differences
    .map(({ field, theirs }) => ({ field, theirs: spell(field, theirs), yours: spell(field, typed[field.path] ?? '') }))
    .filter(({ theirs, yours }) => theirs !== yours)
  return (
    <Notice>
      <NoticeText>{isOwn ? report.conflictOwnTitle : report.conflictTitle}</NoticeText>
      <p class="govuk-body">{isOwn ? report.conflictOwn(at) : report.conflictBy(saved.by, at)}</p>
      {rowGone && <p class="govuk-body">{report.conflictRowGone}</p>}
      {differences.length === 0 ? (
        !rowGone && <p class="govuk-body">{report.conflictSame}</p>
      ) : (
        <Table
          id="conflict"
          caption={report.conflictIntro}
          columns={[{ head: report.field }, { head: report.theirs }, { head: report.yours }]}
          rows={differences.map(({ field, theirs, yours }) => [
            fullName(field),
            <Words text={theirs} />,
            <Words text={yours} />,
          ])}
        />
      )}
      <p class="govuk-body">{report.conflictChoose}</p>
    </Notice>
  )
}
