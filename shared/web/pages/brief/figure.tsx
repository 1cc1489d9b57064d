import { fieldsOf, fullName } from '#shared/domain/forms/form.ts'
import { formOf } from '#shared/domain/forms/index.ts'
import { type Scale, scaleFor } from '#shared/render/figures-in-words.ts'
import { briefName } from '../../components/brief/brief-links.tsx'
import { briefPath, columnText, figureText, quantityText, withUnit } from '../../components/brief/figure.tsx'
import { rowText } from '../../components/form/field-text.ts'
import { useFrame } from '../../components/frame.ts'
import { PageHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { Table } from '../../components/table.tsx'
import type { FigureTrace } from '../../services.ts'

/** One figure of a brief: the report versions it was computed from, and what each of their rows gave to it. */
export const FigurePage = ({ trace }: { trace: FigureTrace }) => {
  const { t, sector } = useFrame()
  const { line, figure, place, brief, reports, roundsLeftOut } = trace
  const name = briefName(brief.key, sector, t)
  const title = t.briefs.figureTitle(line.label, columnText(place.column, t))
  const scale = scaleFor(line.unit, [
    figure.value,
    ...reports.flatMap(({ rows }) => rows.map((row) => row.figure.value)),
  ])
  return (
    <Layout title={title} back={{ href: briefPath(brief), text: t.frame.backTo(name) }}>
      <PageHeading caption={name}>{title}</PageHeading>
      <p class="govuk-body-l">{quantityText(figure, scale, t)}</p>
      <p class="govuk-body">{reports.length === 0 ? t.briefs.noReportBehind : t.briefs.behind(reports.length)}</p>
      {roundsLeftOut.length > 0 && <p class="govuk-body">{t.briefs.roundsLeftOut(roundsLeftOut.join(', '))}</p>}
      {reports.map((report) => (
        <ReportBehind report={report} twg={place.twg} scale={scale} />
      ))}
    </Layout>
  )
}

const ReportBehind = ({
  report,
  twg,
  scale,
}: {
  report: FigureTrace['reports'][number]
  twg: string
  scale: Scale
}) => {
  const { t, sector } = useFrame()
  const rows = formOf(twg)?.rows
  const fields = rows ? fieldsOf(rows.schema) : []
  return (
    <Table
      id={`report-${report.round}-${report.version}`}
      caption={t.briefs.reportBehind(report.reference, report.submittedBy)}
      columns={[{ head: t.briefs.row }, { head: withUnit(t.briefs.value, scale), numeric: true }]}
      rows={[
        ...report.rows.map(({ row, figure, lacking }) => [
          <>
            {(rows && rowText(rows, fields, row, sector, t)) || t.briefs.theRow}
            {lacking.map(({ path, reason }) => {
              const field = fields.find((candidate) => candidate.path === path)
              return <div class="govuk-hint">{t.briefs.lacking(field ? fullName(field) : path, reason)}</div>
            })}
          </>,
          figureText(figure, scale, t),
        ]),
        [t.briefs.ofReport, figureText(report.figure, scale, t)],
      ]}
    />
  )
}
