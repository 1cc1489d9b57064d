import type { TwgBrief } from '#shared/domain/briefs/model.ts'
import { useFrame } from '../frame.ts'
import { SectionHeading } from '../heading.tsx'
import { Words } from '../words.tsx'

/** A list under its heading; nothing where the list is empty. */
export const Bullets = ({ heading, lines }: { heading?: string; lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <>
      {heading && <SectionHeading>{heading}</SectionHeading>}
      <ul class="govuk-list govuk-list--bullet app-prose">
        {lines.map((line) => (
          <li>
            <Words text={line} />
          </li>
        ))}
      </ul>
    </>
  )

/** Text as it was written, line by line; nothing where there is none. */
export const Paragraphs = ({ heading, text }: { heading: string; text: string }) =>
  text === '' ? null : (
    <>
      <SectionHeading>{heading}</SectionHeading>
      <p class="govuk-body app-prose">
        <Words text={text} />
      </p>
    </>
  )

type Decision = TwgBrief['decisions'][number] & { readonly twg?: string }

export const Decisions = ({ decisions }: { decisions: readonly Decision[] }) => {
  const { t } = useFrame()
  const line = ({ text, from, by, twg }: Decision) => {
    const asked = t.briefs.decisionFrom(from, t.formats.typedDay(by))
    return `${twg ? `${twg}: ` : ''}${text}${asked ? ` (${asked})` : ''}`
  }
  return <Bullets heading={t.briefs.decisions} lines={decisions.map(line)} />
}

export const MeetingBullets = ({ meetings }: { meetings: TwgBrief['meetings'] }) => {
  const { t } = useFrame()
  const line = ({ title, day, time, place }: TwgBrief['meetings'][number]) =>
    `${title}: ${t.formats.dayAndTime(day, time)}. ${place || t.calendar.placeOpen}`
  return <Bullets heading={t.briefs.meetings} lines={meetings.map(line)} />
}
