import { columnName } from '#shared/domain/briefs/column-name.ts'
import type { TwgBrief } from '#shared/domain/briefs/model.ts'
import { ActionTable } from '../../components/brief/action-table.tsx'
import { Bullets, Decisions, MeetingBullets, Paragraphs } from '../../components/brief/brief-parts.tsx'
import { Figure, figureText } from '../../components/brief/figure.tsx'
import { IndicatorTable } from '../../components/brief/indicator-table.tsx'
import { useFrame } from '../../components/frame.ts'
import { SectionHeading } from '../../components/heading.tsx'
import { SummaryList } from '../../components/summary-list.tsx'
import { Table } from '../../components/table.tsx'

/** One TWG, one round: in the order in which a co-chair reads. */
export const TwgBriefText = ({ model: brief, version }: { model: TwgBrief; version: number }) => {
  const { t } = useFrame()
  return (
    <>
      <SectionHeading>{t.briefs.summary}</SectionHeading>
      <Bullets lines={brief.summary} />
      <Facts {...brief} />
      <IndicatorTable
        id="indicators"
        caption={t.briefs.indicators}
        lines={brief.indicators}
        brief={{ key: brief.key, version }}
        twg={brief.twg.id}
      />
      {brief.provinces && <Provinces model={brief} version={version} {...brief.provinces} />}
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

const Provinces = ({
  columns,
  rows,
  model,
  version,
}: NonNullable<TwgBrief['provinces']> & { model: TwgBrief; version: number }) => {
  const { t } = useFrame()
  const lines = columns.map((column) => model.indicators.find((line) => columnName(line) === column))
  return (
    <Table
      id="provinces"
      caption={t.briefs.provinces}
      columns={[{ head: t.briefs.province }, ...columns.map((head) => ({ head, numeric: true }))]}
      rows={rows.map(({ province, cells }) => [
        province,
        ...cells.map((figure, index) => {
          const indicator = lines[index]?.id
          if (indicator === undefined) return figureText(figure, t)
          const place = { twg: model.twg.id, indicator, column: province }
          return <Figure figure={figure} brief={{ key: model.key, version }} place={place} />
        }),
      ])}
    />
  )
}
