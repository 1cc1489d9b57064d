import { isSecretariat } from '#shared/domain/contact.ts'
import { dayAt } from '#shared/domain/dates.ts'
import { isPossible, reportStateOf } from '#shared/domain/report-life.ts'
import { reportPath } from '../../report-draft/part.ts'
import type { ReportSheet } from '../../services.ts'
import { Button } from '../button.tsx'
import { Hidden } from '../form/inputs.tsx'
import { useFrame } from '../frame.ts'
import { SectionHeading } from '../heading.tsx'

/** What this person can do with the report as it stands, besides writing it. */
export const ReportActions = ({ sheet }: { sheet: ReportSheet }) => {
  const { t, actor, now, sector } = useFrame()
  const { current, draft, draftVersion } = sheet
  const state = reportStateOf(current, draft)
  const secretariat = actor !== undefined && isSecretariat(actor.roles, dayAt(now, sector.timeZone))
  const path = reportPath(sheet)
  const wasDiscarded = !draft && draftVersion > 0
  const decisions = [
    ...(secretariat && isPossible('return', state) ? [[`${path}/return`, t.reportLife.toReturn]] : []),
    ...(isPossible('amend', state) ? [[`${path}/amend`, t.reportLife.toAmend]] : []),
    ...(secretariat && isPossible('extend', state) ? [[`${path}/extension`, t.reportLife.toExtend]] : []),
  ]
  const links = [...decisions, ...(current || wasDiscarded ? [[`${path}/versions`, t.reportLife.toVersions]] : [])]
  const accepts = secretariat && isPossible('accept', state)
  return (
    <>
      {(decisions.length > 0 || accepts) && <SectionHeading>{t.reportLife.actions}</SectionHeading>}
      {current && accepts && (
        <form method="post" action={`${path}/accept`}>
          <Hidden name="report-version" value={current.version} />
          <Button>{t.reportLife.accept}</Button>
        </form>
      )}
      {links.length > 0 && (
        <ul class="govuk-list">
          {links.map(([href, text]) => (
            <li>
              <a class="govuk-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
