import { isWithdrawn, type TwgReport } from '#shared/domain/report.ts'
import { useFrame } from '../frame.ts'
import { SummaryList, type SummaryRow } from '../summary-list.tsx'

/** Who sent a version, when and why, and what became of it. @param first lines that stand before */
export const VersionFacts = ({ report, first = [] }: { report: TwgReport; first?: readonly SummaryRow[] }) => {
  const { t, sector } = useFrame()
  const { submittedBy, amendment, verdict, status, withdrawal } = report
  const moment = (at: string) => t.formats.moment(at, sector.timeZone)
  return (
    <SummaryList
      rows={[
        ...first,
        { key: t.reportCheck.status, value: t.reportCheck.statuses[isWithdrawn(report) ? 'withdrawn' : status] },
        {
          key: t.reportCheck.sentBy,
          value: submittedBy.onBehalf ? t.reportCheck.onBehalf(submittedBy.name) : submittedBy.name,
        },
        { key: t.reportCheck.sentAt, value: moment(report.submittedAt) },
        ...(amendment
          ? [{ key: t.reportLife.amendedBecause, value: t.reportLife.amendedBy(amendment.reason, amendment.by) }]
          : []),
        ...(report.lateReason ? [{ key: t.reportCheck.lateReasonGiven, value: report.lateReason }] : []),
        ...(verdict && status !== 'submitted'
          ? [{ key: t.reportLife.verdict[status], value: `${verdict.by.name}, ${moment(verdict.at)}` }]
          : []),
        ...(verdict?.comment ? [{ key: t.reportLife.verdictComment, value: verdict.comment }] : []),
        ...(withdrawal && isWithdrawn(report)
          ? [
              { key: t.reportLife.withdraw.by, value: `${withdrawal.by.name}, ${moment(withdrawal.at)}` },
              { key: t.reportLife.withdraw.because, value: withdrawal.reason },
              { key: t.reportLife.withdraw.stands, value: t.reportLife.versionHeading(withdrawal.stands) },
            ]
          : []),
      ]}
    />
  )
}
