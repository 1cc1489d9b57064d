import type { FundingYear, SwgBrief } from '#shared/domain/briefs/model.ts'
import { Bullets, Decisions, MeetingBullets } from '../../components/brief/brief-parts.tsx'
import { FundingTable } from '../../components/brief/funding-table.tsx'
import { IndicatorTable } from '../../components/brief/indicator-table.tsx'
import { useFrame } from '../../components/frame.ts'
import { SectionHeading } from '../../components/heading.tsx'
import { GapTables } from '../../components/ledger/gap-tables.tsx'
import { LinesTable, YearSummary } from '../../components/ledger/year-details.tsx'
import { SummaryList } from '../../components/summary-list.tsx'
import { Table } from '../../components/table.tsx'

/** The brief for a meeting of the working group. */
export const SwgBriefText = (brief: SwgBrief) => {
  const { t } = useFrame()
  return (
    <>
      <SectionHeading>{t.briefs.summary}</SectionHeading>
      <Bullets lines={brief.summary} />
      <MeetingBullets meetings={[brief.meeting]} />
      <SectionHeading>{t.briefs.coChairs}</SectionHeading>
      <SummaryList rows={brief.coChairs.map(({ seat, name }) => ({ key: seat, value: name }))} />
      <Decisions decisions={brief.decisions} />
      <Timeliness {...brief} />
      {brief.indicators.map(({ twg, lines }, index) => (
        <IndicatorTable id={`indicators-${index}`} caption={t.briefs.indicatorsOf(twg)} lines={lines} />
      ))}
      {brief.funding.map((year) => (
        <>
          <FundingTable year={year} />
          <YearInBrief year={year} />
        </>
      ))}
      <GapTables gaps={brief.gaps ?? []} />
      <Bullets heading={t.briefs.obligations} lines={brief.obligations.map((one) => obligationText(one, t))} />
      {brief.seat && (
        <Bullets
          heading={t.briefs.seat}
          lines={[t.briefs.seatTurn(brief.seat.holder, t.formats.day(brief.seat.until), brief.seat.next)]}
        />
      )}
      <Bullets heading={t.briefs.notes} lines={brief.notes} />
      <Bullets heading={t.briefs.sources} lines={brief.inputs.reports} />
    </>
  )
}

/** What briefs of the first weeks did not tell yet is left out. */
const YearInBrief = ({ year }: { year: FundingYear }) => {
  const { t } = useFrame()
  const { pillars = [], change, multiYearShare } = year
  const id = `pillars-${year.year}-${year.sources.join('-').replace(/\W+/g, '-')}`
  return (
    <>
      {multiYearShare !== undefined && <YearSummary change={change} multiYearShare={multiYearShare} />}
      {pillars.length > 0 && <LinesTable id={id} caption={t.ledger.byPillar} head={t.ledger.pillar} lines={pillars} />}
    </>
  )
}

const obligationText = (
  { name, due, days, source }: SwgBrief['obligations'][number],
  t: ReturnType<typeof useFrame>['t'],
): string => `${name}: ${t.formats.day(due)}, ${t.briefs.inDays(days)}. ${source}`

const Timeliness = ({ rounds, timeliness }: Pick<SwgBrief, 'rounds' | 'timeliness'>) => {
  const { t } = useFrame()
  return (
    <Table
      id="timeliness"
      caption={t.briefs.timeliness}
      columns={[{ head: t.briefs.group }, ...rounds.map((head) => ({ head }))]}
      rows={timeliness.map((line) => [line.twg, ...line.rounds.map((standing) => t.desk.standing[standing])])}
    />
  )
}
