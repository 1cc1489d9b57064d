import { isSecretariat } from '#shared/domain/contact.ts'
import { dayAt } from '#shared/domain/dates.ts'
import { referenceOf, type TwgReport } from '#shared/domain/report.ts'
import { reportStateOf } from '#shared/domain/report-life.ts'
import { reportPath } from '../../report-draft/part.ts'
import type { ReportSheet } from '../../services.ts'
import { useFrame } from '../frame.ts'
import { Words } from '../words.tsx'

/** What has become of the report: sent, given back, accepted, being amended, too early or too late. */
export const Standing = ({ sheet }: { sheet: ReportSheet }) => {
  const { current } = sheet
  if (!current) return <NothingSent sheet={sheet} />
  return current.status === 'returned' ? (
    <Returned sheet={sheet} current={current} />
  ) : (
    <Sent sheet={sheet} current={current} />
  )
}

interface Submitted {
  readonly sheet: ReportSheet
  readonly current: TwgReport
}

const Sent = ({ sheet, current }: Submitted) => {
  const { t, sector } = useFrame()
  const { verdict, submittedBy, submittedAt, withdrawal } = current
  const moment = (at: string) => t.formats.moment(at, sector.timeZone)
  const amendment = reportStateOf(current, sheet.draft) === 'amending' ? sheet.draft?.amendment : undefined
  const by = submittedBy.onBehalf ? t.reportCheck.onBehalf(submittedBy.name) : submittedBy.name
  return (
    <>
      <div class="govuk-inset-text">
        <strong>{t.report.submitted(referenceOf(current))}</strong> {t.report.submittedBy(by, moment(submittedAt))}
        {verdict && (
          <>
            <br />
            {t.reportLife.acceptedBy(verdict.by.name, moment(verdict.at))}
          </>
        )}
        {withdrawal && (
          <>
            <br />
            {t.reportLife.standsAgain(withdrawal.version, withdrawal.by.name, moment(withdrawal.at))}
          </>
        )}
        <br />
        <a class="govuk-link" href={`${reportPath(sheet)}/receipt/${current.version}`}>
          {t.report.seeReceipt}
        </a>
      </div>
      {amendment && (
        <div class="govuk-inset-text">
          <strong>{t.reportLife.amending(amendment.by, moment(amendment.at))}</strong>
          <br />
          <Words text={amendment.reason} />
          <br />
          {t.reportLife.stillCurrent(referenceOf(current))}
        </div>
      )}
    </>
  )
}

const Returned = ({ sheet, current }: Submitted) => {
  const { t, sector } = useFrame()
  const { verdict } = current
  return (
    <div class="govuk-inset-text">
      {verdict && (
        <p>
          <strong>{t.reportLife.returnedBy(verdict.by.name, t.formats.moment(verdict.at, sector.timeZone))}</strong>
          <br />
          <Words text={verdict.comment ?? ''} />
        </p>
      )}
      {t.reportLife.mend} {sheet.phase === 'closed' && t.reportLife.thoughClosed}
    </div>
  )
}

const NothingSent = ({ sheet }: { sheet: ReportSheet }) => {
  const { t, sector, actor, now, secretariat } = useFrame()
  const { phase, dates } = sheet
  if (phase === 'late') return <div class="govuk-inset-text">{t.report.lateNotice}</div>
  if (phase === 'announced') return <p class="govuk-body">{t.report.notOpen(t.formats.day(dates.opens))}</p>
  if (phase !== 'closed') return null
  return (
    <div class="govuk-inset-text">
      <strong>{t.report.closedTitle}</strong>
      <br />
      {actor && isSecretariat(actor.roles, dayAt(now, sector.timeZone)) ? (
        <>
          {t.report.closedGrant}{' '}
          <a class="govuk-link" href={`${reportPath(sheet)}/extension`}>
            {t.reportLife.toExtend}
          </a>
        </>
      ) : (
        <>
          {t.report.closedAsk(sector.name)}{' '}
          {secretariat.map((address, index) => (
            <>
              {index > 0 && ', '}
              <a class="govuk-link" href={`mailto:${address}`}>
                {address}
              </a>
            </>
          ))}
        </>
      )}
      . {sheet.draft && t.report.closedDraft}
    </div>
  )
}
