import { access } from './en/access.ts'
import { actions } from './en/actions.ts'
import { briefs } from './en/briefs.ts'
import { calendar } from './en/calendar.ts'
import { contacts } from './en/contacts.ts'
import { desk } from './en/desk.ts'
import { errors } from './en/errors.ts'
import { formats } from './en/formats.ts'
import { frame } from './en/frame.ts'
import { funding } from './en/funding.ts'
import { imports } from './en/imports.ts'
import { intake } from './en/intake.ts'
import { ledger } from './en/ledger.ts'
import { minutes } from './en/minutes.ts'
import { plan } from './en/plan.ts'
import { report } from './en/report.ts'
import { reportCheck } from './en/report-check.ts'
import { reportDraft } from './en/report-draft.ts'
import { reportLife } from './en/report-life.ts'
import { reportTable } from './en/report-table.ts'
import { seat } from './en/seat.ts'
import { sessions } from './en/sessions.ts'
import { year } from './en/year.ts'

/** Every sentence that the pages say themselves. What forms ask and rules answer is in `shared/domain/words/english.ts`. */
export const en = {
  access,
  actions,
  briefs,
  calendar,
  contacts,
  desk,
  errors,
  formats,
  frame,
  funding,
  imports,
  intake,
  ledger,
  minutes,
  plan,
  report,
  reportCheck,
  reportLife,
  seat,
  year,
  sessions,
  reportDraft,
  reportTable,
}
