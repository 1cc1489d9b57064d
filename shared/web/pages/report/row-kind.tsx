import type { Field } from '#shared/domain/forms/form.ts'
import { Button } from '../../components/button.tsx'
import { FieldInput } from '../../components/form/field-input.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { ReportDates } from '../../components/report/report-dates.tsx'
import { partPath, reportPath } from '../../report-draft/part.ts'
import type { ReportSheet } from '../../services.ts'

/** Asks what kind of row it is to be, so that its page asks only what belongs to that kind. */
export const RowKindPage = ({ sheet, kind }: { sheet: ReportSheet; kind: Field }) => {
  const { t } = useFrame()
  const title = t.report.newRow(sheet.form.rows?.noun ?? '')
  return (
    <Layout title={title} back={{ href: reportPath(sheet), text: t.frame.backTo(t.report.list) }}>
      <PageHeading caption={`${sheet.twgName}, ${sheet.round}`}>{title}</PageHeading>
      <ReportDates sheet={sheet} />
      <form method="get" action={partPath(sheet, { section: 'row', index: 'new' })} novalidate>
        <FieldInput field={kind} value="" />
        <Button>{t.report.continue}</Button>
      </form>
    </Layout>
  )
}
