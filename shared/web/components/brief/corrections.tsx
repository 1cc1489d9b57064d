import type { BriefModel } from '#shared/domain/briefs/model.ts'
import { dayAt } from '#shared/domain/dates.ts'
import { changeInWords } from '#shared/render/changes-in-words.ts'
import { useFrame } from '../frame.ts'
import { SectionHeading } from '../heading.tsx'
import { Table } from '../table.tsx'
import { Words } from '../words.tsx'
import { Bullets } from './brief-parts.tsx'

/** What a version states otherwise than the one before it, and by whom and why. */
export const CorrectionsTable = ({ model: { kind, corrections, inputs } }: { model: BriefModel }) => {
  const { t, sector } = useFrame()
  if (!corrections) return null
  const { of, changes, reasons } = corrections
  return (
    <>
      <SectionHeading>{t.briefs.corrections(of)}</SectionHeading>
      <p class="govuk-body app-prose">{t.briefs.moved[kind](t.formats.day(dayAt(inputs.cutOff, sector.timeZone)))}</p>
      <Table
        id="corrections"
        caption={t.briefs.corrections(of)}
        captionHidden
        columns={[{ head: t.briefs.what }, { head: t.briefs.was }, { head: t.briefs.is }]}
        rows={changes.map(changeInWords).map(({ what, was, is }) => [what, <Words text={was} />, <Words text={is} />])}
      />
      <Bullets lines={reasons} />
    </>
  )
}
