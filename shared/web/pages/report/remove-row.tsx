import { Button } from '../../components/button.tsx'
import { rowText } from '../../components/form/field-text.ts'
import { Hidden } from '../../components/form/inputs.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice, NoticeText } from '../../components/notice.tsx'
import { ReportDates } from '../../components/report/report-dates.tsx'
import { rowNameOf } from '../../report-draft/conflict.ts'
import { partFields, partPath, reportPath } from '../../report-draft/part.ts'
import type { ReportSheet } from '../../services.ts'

/** Asks once more before a row's figures are deleted. */
export const RemoveRowPage = ({ sheet, index, notice }: { sheet: ReportSheet; index: number; notice?: string }) => {
  const { t, sector } = useFrame()
  const part = { section: 'row', index } as const
  const row = sheet.draft?.rows[index] ?? {}
  const { rows } = sheet.form
  const name = (rows && rowText(rows, partFields(sheet.form, part), row, sector, t)) || t.report.row(index + 1)
  return (
    <Layout
      title={t.report.removeTitle(name)}
      back={{ href: reportPath(sheet), text: t.frame.backTo(t.report.list) }}
      notice={
        notice && (
          <Notice>
            <NoticeText>{notice}</NoticeText>
          </Notice>
        )
      }
    >
      <PageHeading caption={`${sheet.twgName}, ${sheet.round}`}>{t.report.removeTitle(name)}</PageHeading>
      <ReportDates sheet={sheet} />
      <p class="govuk-body">{t.report.removeIntro}</p>
      <form method="post" action={`${partPath(sheet, part)}/remove`}>
        <Hidden name="version" value={sheet.draftVersion} />
        <Hidden name="row-name" value={rowNameOf(sheet.form, row)} />
        <div class="govuk-button-group">
          <Button kind="warning">{t.report.removeConfirm}</Button>
          <a class="govuk-link" href={reportPath(sheet)}>
            {t.report.keep}
          </a>
        </div>
      </form>
    </Layout>
  )
}
