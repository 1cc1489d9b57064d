import { columnName } from '#shared/domain/briefs/column-name.ts'
import type { TwgBrief } from '#shared/domain/briefs/model.ts'
import { scaleFor } from '#shared/render/figures-in-words.ts'
import { ActionTable } from '../../components/brief/action-table.tsx'
import { Bullets, Decisions, MeetingBullets, Paragraphs } from '../../components/brief/brief-parts.tsx'
import { Figure, figureText, withUnit } from '../../components/brief/figure.tsx'
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
  const lines = columns.map((column, index) => {
    const line = model.indicators.find((candidate) => columnName(candidate) === column)
    const values = rows.map(({ cells }) => cells[index]?.value)
    return { id: line?.id, label: line?.label ?? column, scale: scaleFor(line?.unit ?? '', values) }
  })
  return (
    <Table
      id="provinces"
      caption={t.briefs.provinces}
      columns={[
        { head: t.briefs.province },
        ...lines.map(({ label, scale }) => ({ head: withUnit(label, scale), numeric: true })),
      ]}
      rows={rows.map(({ province, cells }) => [
        province,
        ...lines.map(({ id, scale }, index) => {
          const figure = cells[index] ?? { leftOut: 0, sources: [] }
          if (id === undefined) return figureText(figure, scale, t)
          const place = { twg: model.twg.id, indicator: id, column: province }
          return <Figure figure={figure} scale={scale} brief={{ key: model.key, version }} place={place} />
        }),
      ])}
    />
  )
}
