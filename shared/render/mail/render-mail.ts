import { briefMail } from './kinds/brief.ts'
import { handOverMail } from './kinds/hand-over.ts'
import { invitationMail } from './kinds/invitation.ts'
import { minutesMail } from './kinds/minutes.ts'
import { receiptMail } from './kinds/receipt.ts'
import { remindersMail } from './kinds/reminders.ts'
import { reportNoticeMail } from './kinds/report-notice.ts'
import { seatPassedMail } from './kinds/seat-passed.ts'
import { signInMail } from './kinds/sign-in.ts'
import type { MailAbout, MailToRender, RenderedMail } from './mail-to-render.ts'
import { english } from './words/english.ts'

/** A mail ready to be put into MIME. Every mail says all that matters in its text part; the same input gives the same output. */
export const renderMail = (mail: MailToRender, about: MailAbout): RenderedMail => {
  switch (mail.kind) {
    case 'sign-in':
      return signInMail(mail, about, english)
    case 'receipt':
      return receiptMail(mail, about, english)
    case 'report-notice':
      return reportNoticeMail(mail, about, english)
    case 'reminders':
      return remindersMail(mail, about, english)
    case 'invitation':
      return invitationMail(mail, about, english)
    case 'minutes':
      return minutesMail(mail, about, english)
    case 'hand-over':
      return handOverMail(mail, about, english)
    case 'seat-passed':
      return seatPassedMail(mail, about, english)
    case 'brief':
      return briefMail(mail, about, english)
  }
}
