import type { Brief, Corrections, SwgBrief, TwgBrief } from '#shared/domain/briefs/model.ts'
import { dayAt } from '#shared/domain/dates.ts'
import { dayInWords } from '#shared/domain/day-in-words.ts'
import { briefFileName } from '../../brief-file-name.ts'
import { changeInWords } from '../../changes-in-words.ts'
import { typedDayInWords } from '../../days-in-words.ts'
import { timelinessCounts, timelinessInWords } from '../../timeliness-in-words.ts'
import { html } from '../html/html.ts'
import { bullets, heading2, heading3, quietParagraph } from '../html/layout.ts'
import type { MailAbout, MailToRender, RenderedMail } from '../mail-to-render.ts'
import { oneLine } from '../plain-text.ts'
import type { MailWords } from '../words/mail-words.ts'
import { mailFrom } from './mail-parts.ts'

type BriefMail = Extract<MailToRender, { kind: 'brief' }>

/** The briefs of one round, or the one of a meeting: the essentials in the mail itself, the PDFs attached. */
export const briefMail = ({ title, briefs }: BriefMail, about: MailAbout, words: MailWords): RenderedMail => {
  const parts = briefs.map((sent) => briefParts(sent, words, about.timeZone))
  const state = stateOf(
    briefs.map(({ brief }) => brief.model),
    words,
  )
  const mail = mailFrom(
    {
      subject: words.brief.subject(oneLine(about.sectorName), oneLine(title), state),
      preheader: state,
      heading: title,
      body: parts.map(({ body }) => body),
      blocks: parts.flatMap(({ blocks }) => blocks),
    },
    about,
    words,
  )
  const attachments = briefs.map(({ brief, pdf }) => ({
    filename: briefFileName(brief),
    contentType: 'application/pdf',
    bytes: pdf,
  }))
  return { ...mail, attachments }
}

/** What the subject tells at a glance: how the TWGs reported, or how many decisions wait for the meeting. */
const stateOf = (models: readonly Brief['model'][], words: MailWords): string => {
  const twgs = models.filter((model): model is TwgBrief => model.kind === 'twg')
  if (twgs.length > 0) return timelinessCounts(twgs.map((model) => model.timeliness))
  return words.brief.decisionsAsked(models.reduce((count, model) => count + model.decisions.length, 0))
}

const briefParts = ({ brief, correcting }: BriefMail['briefs'][number], words: MailWords, timeZone: string) => {
  const { model } = brief
  const version = words.brief.version(brief.version)
  const name = `${oneLine(nameOf(model))} (${model.kind === 'twg' ? `${timelinessInWords[model.timeliness]}, ` : ''}${version})`
  const summary = [
    ...(correcting ? [words.brief.correcting] : []),
    ...(model.summary.length > 0 ? model.summary.map(oneLine) : [words.brief.noSummary]),
  ]
  const decisions = model.decisions.map((decision) => decisionParts(decision, words))
  const corrections = correctionLines(model.corrections, words)
  const moved = words.brief.moved[model.kind](dayInWords(dayAt(model.inputs.cutOff, timeZone), words.calendar))
  const attached = words.brief.attached(briefFileName(brief))
  return {
    body: [
      heading2(name),
      corrections.length === 0
        ? undefined
        : [
            heading3(words.brief.corrected(model.corrections?.of ?? 0)),
            quietParagraph(moved),
            bullets(corrections),
            heading3(words.brief.inShort),
          ],
      bullets(summary),
      decisions.length === 0
        ? undefined
        : [
            heading3(words.brief.decisions),
            bullets(
              decisions.map(({ text, asked }) => html`${text}${asked === '' ? '' : html`<br><small>${asked}</small>`}`),
            ),
          ],
      quietParagraph(attached),
    ],
    blocks: [
      name.toUpperCase(),
      corrections.length === 0
        ? undefined
        : `${words.brief.corrected(model.corrections?.of ?? 0)}:\n${moved}\n${corrections.map((line) => `- ${line}`).join('\n')}\n\n${words.brief.inShort}:`,
      summary.map((line) => `- ${line}`).join('\n'),
      decisions.length === 0
        ? undefined
        : `${words.brief.decisions}:\n${decisions.map(({ text, asked }, index) => `${index + 1}. ${text}${asked === '' ? '' : ` (${asked})`}`).join('\n')}`,
      attached,
    ],
  }
}

/** More than these are in the PDF. */
const CORRECTIONS_MAILED = 6

/** Old and new, then by whom and why. */
const correctionLines = (corrections: Corrections | undefined, words: MailWords): string[] => {
  if (!corrections) return []
  const { changes, reasons } = corrections
  const more = changes.length - CORRECTIONS_MAILED
  return [
    ...changes.slice(0, CORRECTIONS_MAILED).map((change) => {
      const { what, was, is } = changeInWords(change)
      return oneLine(`${what}: ${was} → ${is}`)
    }),
    ...(more > 0 ? [words.brief.moreChanges(more)] : []),
    ...reasons.map(oneLine),
  ]
}

const nameOf = (model: TwgBrief | SwgBrief): string => (model.kind === 'twg' ? model.twg.name : model.meeting.title)

const decisionParts = (decision: Brief['model']['decisions'][number], words: MailWords) => ({
  text: oneLine(decision.text),
  asked: [
    'twg' in decision ? oneLine(decision.twg) : '',
    decision.from === '' ? '' : words.brief.from(oneLine(decision.from)),
    decision.by === '' ? '' : words.brief.due(oneLine(typedDayInWords(decision.by, words.calendar))),
  ]
    .filter((part) => part !== '')
    .join(' · '),
})
