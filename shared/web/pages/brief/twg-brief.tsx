import type { TwgBrief } from '#shared/domain/briefs/model.ts'
import { ActionTable } from '../../components/brief/action-table.tsx'
import { Bullets, Decisions, MeetingBullets, Paragraphs } from '../../components/brief/brief-parts.tsx'
import { figureText, IndicatorTable } from '../../components/brief/indicator-table.tsx'
import { useFrame } from '../../components/frame.ts'
import { SectionHeading } from '../../components/heading.tsx'
import { SummaryList } from '../../components/summary-list.tsx'
import { Table } from '../../components/table.tsx'

/** One TWG, one round: in the order in which a co-chair reads. */
export const TwgBriefText = (brief: TwgBrief) => {
  const { t } = useFrame()
  return (
    <>
      <SectionHeading>{t.briefs.summary}</SectionHeading>
      <Bullets lines={brief.summary} />
      <Facts {...brief} />
      <IndicatorTable id="indicators" caption={t.briefs.indicators} lines={brief.indicators} />
      {brief.provinces && <Provinces {...brief.provinces} />}
      <Paragraphs heading={t.briefs.achievements} text={brief.achievements} />
      <Paragraphs heading={t.briefs.challenges} text={brief.challenges} />
      <Decisions decisions={brief.decisions} />
      <Bullets heading={t.briefs.priorities} lines={brief.priorities} />
      <ActionTable actions={brief.actions} />
      <Paragraphs heading={t.briefs.gender} text={brief.gender} />
      <MeetingBullets meetings={brief.meetings} />
      <Bullets heading={t.briefs.notes} lines={brief.notes} />
      <Bullets heading={t.briefs.sources} lines={brief.inputs.reports} />
    </>
  )
}

const Facts = (brief: TwgBrief) => {
  const { t, sector } = useFrame()
  return (
    <>
      <SectionHeading>{t.briefs.facts}</SectionHeading>
      <SummaryList
        rows={[
          { key: t.briefs.period, value: t.formats.period(brief.period.from, brief.period.until) },
          { key: t.briefs.chair, value: brief.chair },
          { key: t.briefs.report, value: t.desk.standing[brief.timeliness] },
          ...(brief.nilReason ? [{ key: t.briefs.nilReason, value: brief.nilReason }] : []),
          ...(brief.lateReason ? [{ key: t.briefs.lateReason, value: brief.lateReason }] : []),
          { key: t.briefs.cutOff, value: t.formats.moment(brief.inputs.cutOff, sector.timeZone) },
        ]}
      />
    </>
  )
}

const Provinces = ({ columns, rows }: NonNullable<TwgBrief['provinces']>) => {
  const { t } = useFrame()
  return (
    <Table
      id="provinces"
      caption={t.briefs.provinces}
      columns={[{ head: t.briefs.province }, ...columns.map((head) => ({ head, numeric: true }))]}
      rows={rows.map(({ province, cells }) => [province, ...cells.map((cell) => figureText(cell, t))])}
    />
  )
}
