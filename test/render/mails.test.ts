import { describe, expect, it } from 'vitest'
import { renderMail } from '#shared/render/mail/render-mail.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { briefOf, corrections, twgModel } from '../fixtures/briefs.ts'
import {
  about,
  acceptanceNotice,
  extensionNotice,
  handOver,
  invitation,
  meetingBrief,
  minutesMail,
  receipt,
  reminders,
  returnNotice,
  roundBriefs,
  seatPassed,
  signIn,
  withdrawalNotice,
} from '../fixtures/mails.ts'
import { surveyRow } from '../fixtures/survey-report.ts'

const bytes = (text: string) => new TextEncoder().encode(text).length

describe('every mail', () => {
  const notices = [returnNotice, acceptanceNotice, extensionNotice, withdrawalNotice]
  const all = [
    ...[signIn, receipt(), ...notices, reminders, invitation, minutesMail],
    ...[handOver, seatPassed, roundBriefs, meetingBrief],
  ]
  it.each(all.map((mail) => [mail.kind, mail] as const))(
    'of kind %s has a text part, a language and less than 100 KB',
    (_, mail) => {
      const { subject, text, html } = renderMail(mail, about)
      expect(subject.length).toBeLessThanOrEqual(150)
      expect(text).toContain('Dear Khamla Phommachanh,')
      expect(html).toContain('<html lang="en">')
      expect(bytes(html)).toBeLessThan(100_000)
    },
  )
})

describe('the sign-in mail', () => {
  it('carries code and link, and neither in its subject', () => {
    const { subject, text, html } = renderMail(signIn, about)
    for (const part of [text, html]) {
      expect(part).toContain('123 456')
      expect(part).toContain('https://uxo.example.org/sign-in/link/abcDEF_-0123')
      expect(part).toContain('valid for 10 minutes')
    }
    expect(subject).toBe('Your sign-in code: UXO Sector Working Group, Lao PDR')
  })
})

describe('the receipt', () => {
  it('prints everything that was sent, with units, names and reasons', () => {
    const { subject, text, html } = renderMail(receipt(), about)
    expect(subject).toContain('2026-Q1/survey-clearance/v1')
    for (const part of [text, html]) {
      expect(part).toContain('13 April 2026, 10:12 (Asia/Vientiane)')
      expect(part).toContain('Savannakhet · MAG')
      expect(part).toContain('Area cleared: 2,260,000 m²')
      expect(part).toContain('Anti-vehicle mines: 0')
      expect(part).toContain('Sex or age unknown: not available (not asked in two districts)')
      expect(part).toContain('Verified')
      expect(part).toContain('trend:released.cleared')
    }
  })

  it('prints what it says of each action point, as text', () => {
    const mail = receipt()
    const entry = {
      id: 'd4',
      text: 'Share <b>the export',
      owner: 'NRA',
      due: '2026-03-01',
      note: 'Rain',
      status: 'delayed',
    }
    const actions = [entry as NonNullable<typeof mail.report.content.actions>[number]]
    const report = { ...mail.report, content: { ...mail.report.content, actions } }
    const { text, html } = renderMail({ ...mail, report }, about)
    expect(text).toContain('Share <b>the export (NRA, due 1 March 2026)\nDelayed\nRain')
    expect(html).toContain('Share &lt;b&gt;the export')
  })

  it('of a nil return gives the reason', () => {
    const mail = receipt()
    const { narrative: _, ...content } = mail.report.content
    const nil = {
      ...mail.report,
      content: { ...content, rows: [], comments: {}, nil: { reason: 'No team was deployed' } },
    }
    expect(renderMail({ ...mail, report: nil }, about).text).toContain('No team was deployed')
  })

  it('of the largest report stays under 100 KB and carries the rest as an attachment', () => {
    const rows = laoUxo.provinces.flatMap(({ code }) => laoUxo.operators.map((operator) => surveyRow(code, operator)))
    const { html, text, attachments } = renderMail(receipt('"&<>'.repeat(375), rows), about)
    expect(bytes(html)).toBeLessThan(100_000)
    expect(html).toContain('2026-Q1-survey-clearance-v1.txt')
    expect(text.match(/Demining accidents/g)).toHaveLength(144)
    expect(attachments?.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual([text])
  })
})

describe('the receipt of an amendment', () => {
  it('says why, names what each comment speaks about and prints the warning that it answers', () => {
    const mail = receipt('Rain stopped two teams')
    const amendment = { reason: 'IMSMA was corrected', by: 'Khamla', at: '2026-05-04T01:00:00.000Z' }
    const comments = { 'trend:released.cleared:13 · MAG': 'Rain stopped two teams' }
    const warnings = { 'trend:released.cleared:13 · MAG': 'Zero, after <5 ha> last quarter' }
    const content = { ...mail.report.content, comments, warnings }
    const report = { ...mail.report, version: 2, amendment, content }
    const { text, html } = renderMail({ ...mail, report }, about)
    expect(text).toContain('Why the accepted report was amended: IMSMA was corrected')
    expect(text).toContain('Zero, after <5 ha> last quarter.\nComment: Rain stopped two teams')
    expect(html).toContain('Zero, after &lt;5 ha&gt; last quarter.<br>Comment: Rain stopped two teams')
    for (const part of [text, html]) {
      expect(part).toContain('Area cleared, Savannakhet · MAG')
      expect(part).not.toContain('trend:')
    }
  })
})

describe('the notice about a report', () => {
  it('that was returned carries the comment word for word, and where to mend it', () => {
    const { subject, text, html } = renderMail(returnNotice, about)
    expect(subject).toContain('Returned to you: report Survey and Clearance, 2026-Q1')
    expect(text).toContain('Noy Sisouk returned version 2')
    expect(text).toContain('Two <teams> are missing.\nSee row 3.')
    expect(html).toContain('Two &lt;teams&gt; are missing.<br>See row 3.')
    expect(text).toContain('https://uxo.example.org/reports/2026-Q1/survey-clearance')
  })

  it('that was accepted is short; one whose due date moved names the new dates', () => {
    expect(renderMail(acceptanceNotice, about).text).not.toContain('Comment')
    const { text } = renderMail(extensionNotice, about)
    expect(text).toContain('Now due: 4 May 2026\nClosed from: 12 May 2026')
    expect(text).toContain('Floods in the north')
  })

  it('whose amendment was withdrawn says by whom and why, and which version counts', () => {
    const { subject, text, html } = renderMail(withdrawalNotice, about)
    expect(subject).toContain('Amendment withdrawn: report Survey and Clearance, 2026-Q1')
    expect(text).toContain('Noy Sisouk withdrew version 2')
    expect(text).toContain('The accepted version before it is the report again')
    expect(html).toContain('Nothing &lt;was&gt; wrong')
  })
})

describe('the digest of reminders', () => {
  it('names its first item and how many more there are', () => {
    const { subject, text, html } = renderMail(reminders, about)
    expect(subject).toBe('Your report for 2026-Q1 is due today (+ 1 more): UXO Sector Working Group, Lao PDR')
    expect(text).toContain('https://uxo.example.org/reports/2026-Q1/survey-clearance')
    expect(html).toContain('href="https://uxo.example.org/calendar/2026-Q1-survey-clearance"')
  })

  it('names days in words, but not what is only named after a day', () => {
    const [item] = reminders.items
    const text = 'Due 2026-04-15 09:00. Late from 2026-04-18, see /minutes/2026-04-18-swg.'
    const mail = renderMail({ ...reminders, items: item ? [{ ...item, text }] : [] }, about)
    for (const part of [mail.text, mail.html])
      expect(part).toContain('Due 15 April 2026, 09:00. Late from 18 April 2026, see /minutes/2026-04-18-swg.')
  })

  it('links to our own pages, whatever the path holds', () => {
    const [item] = reminders.items
    const items = item ? [{ ...item, path: '@evil.example/' }] : []
    expect(renderMail({ ...reminders, items }, about).html).toContain('href="https://uxo.example.org/@evil.example/"')
  })
})

describe('the mail with briefs', () => {
  it('says in its subject how the TWGs reported', () => {
    expect(renderMail(roundBriefs, about).subject).toBe(
      'UXO Sector Working Group, Lao PDR: TWG briefs 2026-Q1 — 3 on time, 1 late, 1 missing',
    )
    expect(renderMail(meetingBrief, about).subject).toBe(
      'Brief for UXO Sector Working Group, Lao PDR: meeting 1 of 2026 — 2 decisions asked',
    )
  })

  it('can be read without opening a PDF, which are all attached under their own names', () => {
    const { text, html, attachments } = renderMail(roundBriefs, about)
    for (const part of [text, html]) {
      expect(part).toContain('1,310.5 ha cleared')
      expect(part).toContain('Agree the priority list of 40 villages for 2027')
      expect(part).toContain('from the SWG co-chairs · due 30 June 2026')
    }
    expect(attachments?.map(({ filename }) => filename)).toEqual([
      '2026-Q1-survey-clearance-v1.pdf',
      '2026-Q1-victim-assistance-v1.pdf',
      '2026-Q1-risk-education-v1.pdf',
      '2026-Q1-information-management-v1.pdf',
      '2026-Q1-coordination-policy-funding-v1.pdf',
    ])
  })

  it('says of a brief whose correction is being prepared that figures may change', () => {
    const sent = { brief: briefOf(twgModel), pdf: new Uint8Array(1) }
    const told = (correcting: { correcting?: true }) => {
      const { text, html } = renderMail({ kind: 'brief', title: 'Briefs', briefs: [{ ...sent, ...correcting }] }, about)
      return [text, html].map((part) => part.includes('A correction of this brief is being prepared'))
    }
    expect(told({ correcting: true })).toEqual([true, true])
    expect(told({})).toEqual([false, false])
  })

  it('of a corrected version begins with what changed, by whom and why', () => {
    const corrected = {
      ...twgModel,
      corrections: { ...corrections, changes: [...corrections.changes, ...corrections.changes] },
    }
    const brief = { brief: briefOf(corrected, 2), pdf: new Uint8Array(1) }
    const { text, html } = renderMail({ kind: 'brief', title: 'Corrected brief', briefs: [brief] }, about)
    for (const part of [text, html]) {
      expect(part).toContain('What changed since version 1')
      expect(part).toContain(
        'Meetings and action points are as of 23 April 2026; what moved in them is not listed here.',
      )
      expect(part).toContain('Area cleared, quarter (ha): 1,200.0 → 1,310.5')
      expect(part).toContain('2 more changes, listed in the PDF')
      expect(part).toContain('amended by Bounmy Phommachanh: IMSMA was corrected')
      expect(part.indexOf('What changed')).toBeLessThan(part.indexOf('The brief in short'))
      expect(part.indexOf('The brief in short')).toBeLessThan(part.indexOf('1,310.5 ha cleared'))
    }
  })
})

describe('the invitation', () => {
  it('gives the local hours with the zone', () => {
    expect(renderMail(invitation, about).text).toContain(
      'When: Tuesday 28 April 2026, 09:00–12:00 (Asia/Vientiane, UTC+07:00)',
    )
  })

  it('says whether a meeting is new, changed, cancelled, or no longer the reader’s', () => {
    const before = { ...invitation.meeting, place: 'Pakse' }
    const changed = { ...invitation, before, meeting: { ...invitation.meeting, sequence: 2 } }
    expect(renderMail(invitation, about).subject).toMatch(/^Invitation: /)
    expect(renderMail(changed, about).subject).toMatch(/^Changed \(place\): /)
    const cancelled = { ...changed.meeting, status: 'cancelled' as const }
    expect(renderMail({ ...changed, meeting: cancelled, method: 'CANCEL' }, about).subject).toMatch(/^Cancelled: /)
    expect(renderMail({ ...changed, method: 'CANCEL' }, about).subject).toMatch(/^No longer for you: /)
  })
})

describe('the mail with the minutes', () => {
  it('says whole what the meeting came to, by whom and by when', () => {
    const { subject, text, html } = renderMail(minutesMail, about)
    expect(subject).toBe('Minutes: Survey and Clearance TWG meeting, 2026-Q1, 28 April 2026')
    expect(text).toContain('All came.\nNo <operator> was missing.')
    expect(text).toContain('1. Use one list\n2. Meet in <b>Xiengkhuang')
    expect(text).toContain('1. Print 500 posters (HI, due 29 May 2026)')
    expect(html).toContain('Meet in &lt;b&gt;Xiengkhuang')
    expect(html).not.toContain('<operator>')
  })

  it('says so when it replaces what was sent before, and when nothing was decided or agreed', () => {
    const minutes = { ...minutesMail.minutes, version: 2, decisions: [], actionPoints: [] }
    const { subject, text } = renderMail({ ...minutesMail, minutes }, about)
    expect(subject).toMatch(/^Minutes \(version 2\): /)
    for (const sentence of ['They replace the minutes', 'No decision was recorded.', 'There is no open action point.'])
      expect(text).toContain(sentence)
  })
})

describe('the hand-over of the donor seat', () => {
  it('names both donors with their people and the day, what is open, and carries the latest brief', () => {
    const { subject, text, html, attachments } = renderMail(handOver, about)
    expect(subject).toContain('Donor seat: hand-over on 1 January 2027, Ireland, then Republic of Korea')
    expect(text).toContain('Until 31 December 2026: Ireland (Aoife Brennan)')
    expect(text).toContain('From 1 January 2027: Republic of Korea (Kim <Minji>, Park Jun)')
    expect(html).toContain('Republic of Korea (Kim &lt;Minji&gt;, Park Jun)')
    expect(text).not.toContain('replaces')
    expect(text).toContain('Agree on the <priorities> (NRA, due 30 November 2026)')
    expect(html).toContain('Agree on the &lt;priorities&gt;')
    expect(attachments?.map(({ contentType }) => contentType)).toEqual(['application/pdf'])
  })

  it('says so when it replaces one that named another donor, and when nobody is named', () => {
    const { text, html } = renderMail(
      { ...handOver, replaces: 'Japan', incoming: { donor: 'Norway', people: [] } },
      about,
    )
    for (const part of [text, html]) {
      expect(part).toContain('no longer belongs to the donor named there (Japan)')
      expect(part).toContain('Norway (nobody is named yet)')
    }
  })

  it('that was told already names who was named since', () => {
    const { text, html } = renderMail({ ...handOver, named: 'Park <Jun>' }, about)
    expect(text).toContain('Named since you were sent the mail on this hand-over: Park <Jun>.')
    expect(html).toContain('Named since you were sent the mail on this hand-over: Park &lt;Jun&gt;.')
  })

  it('that does not come is taken back: whose the turn was to be, whose it is, and why', () => {
    const { text, html } = renderMail(seatPassed, about)
    expect(text).toContain(
      'The turn was to go to: Japan\nIt goes to: Republic of Korea\nWhy: The embassy <is> closed\n',
    )
    expect(text).toContain('https://uxo.example.org/calendar/seat')
    expect(html).toContain('The embassy &lt;is&gt; closed')
  })

  it('goes out without a brief where there is none yet', () => {
    const { text, attachments } = renderMail({ ...handOver, attached: undefined, actionPoints: [] }, about)
    expect(text).toContain('There is no brief of the working group yet.')
    expect(attachments).toBeUndefined()
  })
})
