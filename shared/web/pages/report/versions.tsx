import { referenceOf, replacedBy } from '#shared/domain/report.ts'
import { useFrame } from '../../components/frame.ts'
import { PageHeading, SectionHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { ReportDates } from '../../components/report/report-dates.tsx'
import { VersionChanges } from '../../components/report/version-changes.tsx'
import { VersionFacts } from '../../components/report/version-facts.tsx'
import { SummaryList } from '../../components/summary-list.tsx'
import { reportPath } from '../../report-draft/part.ts'
import type { ReportHistory, ReportSheet } from '../../services.ts'

/** Every version of a report, newest first: who, when, what became of it, and what it changed. */
export const VersionsPage = ({ sheet, versions, discarded }: ReportHistory & { sheet: ReportSheet }) => {
  const { t } = useFrame()
  return (
    <Layout
      title={`${t.reportLife.versionsTitle}: ${sheet.twgName}, ${sheet.round}`}
      back={{ href: reportPath(sheet), text: t.frame.backTo(t.report.list) }}
    >
      <PageHeading caption={`${sheet.twgName}, ${sheet.round}`}>{t.reportLife.versionsTitle}</PageHeading>
      <ReportDates sheet={sheet} />
      {versions.length === 0 && <p class="govuk-body">{t.reportLife.versionsNone}</p>}
      {versions.map((report) => {
        const before = replacedBy(report, versions)
        return (
          <section aria-labelledby={`version-${report.version}`}>
            <SectionHeading id={`version-${report.version}`}>
              {t.reportLife.versionHeading(report.version)}
            </SectionHeading>
            <VersionFacts report={report} first={[{ key: t.reportCheck.reference, value: referenceOf(report) }]} />
            {before && <VersionChanges form={sheet.form} report={report} before={before} />}
            <p class="govuk-body">
              <a class="govuk-link" href={`${reportPath(sheet)}/receipt/${report.version}`}>
                {t.reportLife.seeAll(report.version)}
              </a>
            </p>
          </section>
        )
      })}
      {discarded.length > 0 && <Discarded drafts={discarded} />}
    </Layout>
  )
}

/** Drafts that were given up, the latest first: who, when, why, and what they were begun for. */
const Discarded = ({ drafts }: { drafts: ReportHistory['discarded'] }) => {
  const { t, sector } = useFrame()
  const { reportLife: said } = t
  return (
    <>
      <SectionHeading>{said.discardedTitle}</SectionHeading>
      {drafts.map(({ at, by, reason, amendment }) => (
        <SummaryList
          rows={[
            { key: said.discardedBy, value: `${by.name}, ${t.formats.moment(at, sector.timeZone)}` },
            { key: said.discardedBecause, value: reason },
            ...(amendment ? [{ key: said.amendedBecause, value: said.amendedBy(amendment.reason, amendment.by) }] : []),
          ]}
        />
      ))}
    </>
  )
}
