import { ButtonLink } from '../../components/button.tsx'
import { useFrame } from '../../components/frame.ts'
import { SectionHeading } from '../../components/heading.tsx'
import { Lines } from '../../components/lines.tsx'
import { Words } from '../../components/words.tsx'
import type { MeetingSheet } from '../../services.ts'

/** What the meeting came to; nothing before it began. */
export const MinutesSection = ({ sheet }: { sheet: MeetingSheet }) => {
  const { t, sector } = useFrame()
  const { meeting, minutes, mayRecord } = sheet
  if (!minutes && !mayRecord && meeting.status !== 'held') return null
  return (
    <>
      <SectionHeading>{t.minutes.title}</SectionHeading>
      {minutes ? (
        <>
          <p class="govuk-body">
            {t.minutes.version(
              minutes.version,
              t.formats.moment(minutes.recordedAt, sector.timeZone),
              minutes.recordedBy,
            )}
          </p>
          {minutes.summary !== '' && (
            <p class="govuk-body app-prose">
              <Words text={minutes.summary} />
            </p>
          )}
          <h3 class="govuk-heading-s">{t.minutes.decisions}</h3>
          <Lines texts={minutes.decisions} none={t.minutes.noDecisions} ordered />
          <h3 class="govuk-heading-s">{t.minutes.actionPoints}</h3>
          <AgreedPoints points={minutes.actionPoints} />
        </>
      ) : (
        <p class="govuk-body">{t.minutes.none}</p>
      )}
      {mayRecord && (
        <ButtonLink href={`/meetings/${encodeURIComponent(meeting.id)}/minutes`}>
          {minutes ? t.minutes.change : t.minutes.record}
        </ButtonLink>
      )}
    </>
  )
}

export const AgreedPoints = ({ points }: { points: NonNullable<MeetingSheet['minutes']>['actionPoints'] }) => {
  const { t } = useFrame()
  const texts = points.map(({ text, owner, due }) => `${text} (${t.actions.ownerAndDue(owner, t.formats.day(due))})`)
  return <Lines texts={texts} none={t.minutes.noActionPoints} ordered />
}
