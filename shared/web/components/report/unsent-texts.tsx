import { keptBy } from '../../report-draft/kept-by.ts'
import { reportPath } from '../../report-draft/part.ts'
import { mayBeWritten } from '../../report-draft/progress.ts'
import type { ReportSheet } from '../../services.ts'
import { useFrame } from '../frame.ts'
import { Notice, NoticeText } from '../notice.tsx'

/** What the browser shows on each page of a report while it keeps texts that were not sent (`browser/unsent-texts.ts`). */
export const UnsentTexts = ({ sheet }: { sheet: ReportSheet }) => {
  const { t, actor } = useFrame()
  const { reportDraft: said } = t
  if (!actor) return null
  const canBeSent = mayBeWritten(sheet)
  return (
    <template id="unsent" data-kept-under={`${keptBy(actor)}${reportPath(sheet)}/`}>
      <div id="unsent-texts" tabindex={-1}>
        <Notice id="unsent-title">
          <NoticeText>{canBeSent ? said.unsent : said.unsendable}</NoticeText>
          <ul class="govuk-list">
            <li>
              <span data-slot>{said.unsentOn('{title}')}</span>
              {canBeSent && ': '}
              <a href={reportPath(sheet)} class="govuk-notification-banner__link" data-slot>
                {canBeSent && said.openToSend}
              </a>
              <details class="app-details">
                <summary>{said.typed}</summary>
                <p class="app-typed" data-slot></p>
              </details>
              <button type="button" class="govuk-button govuk-button--secondary" data-slot>
                {said.throwAway}
              </button>
            </li>
          </ul>
        </Notice>
      </div>
    </template>
  )
}
