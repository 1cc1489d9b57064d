import { hasOneRow, type Part, partFields, partPath, savedPart } from '../../report-draft/part.ts'
import type { ReportSheet } from '../../services.ts'
import { rowText, typedText } from '../form/field-text.ts'
import { useFrame } from '../frame.ts'
import { ReportAnswers } from './report-answers.tsx'

/** All that would be sent, as it will be understood, each with a link to change it. */
export const DraftAnswers = ({ sheet }: { sheet: ReportSheet }) => {
  const { t, sector } = useFrame()
  const { draft, form } = sheet
  const rows = form.rows
  const rowFields = partFields(form, { section: 'row', index: 'new' })
  const parts: { part: Part; heading: string }[] = [
    { part: { section: 'header' }, heading: t.report.header },
    ...(draft?.nil
      ? [{ part: { section: 'nil' } as const, heading: t.report.nilTitle }]
      : [
          ...(draft?.rows ?? []).map((row, index) => ({
            part: { section: 'row', index } as const,
            heading: hasOneRow(form)
              ? t.report.figures
              : (rows && rowText(rows, rowFields, row, sector, t)) || t.report.unnamedRow(index + 1),
          })),
          { part: { section: 'narrative' } as const, heading: t.report.narrative },
          ...(sheet.actionPoints.length > 0
            ? [{ part: { section: 'actions' } as const, heading: t.actions.followUp }]
            : []),
        ]),
  ]
  return (
    <>
      {parts.map(({ part, heading }) => {
        const saved = savedPart(sheet, part) ?? {}
        return (
          <ReportAnswers
            heading={heading}
            fields={partFields(form, part, sheet.actionPoints)}
            text={(field) => typedText(field, saved[field.path] ?? '', sector, t)}
            changePath={partPath(sheet, part)}
          />
        )
      })}
    </>
  )
}
