import type { FundingYear, SwgBrief } from '#shared/domain/briefs/model.ts'
import type { LedgerMoment } from '#shared/domain/ledger/movement.ts'
import { ActionTable } from '../../components/brief/action-table.tsx'
import { Bullets, Decisions, MeetingBullets, Paragraphs } from '../../components/brief/brief-parts.tsx'
import { briefPath } from '../../components/brief/figure.tsx'
import { FundingTable } from '../../components/brief/funding-table.tsx'
import { IndicatorTable } from '../../components/brief/indicator-table.tsx'
import { LedgerAnnex } from '../../components/brief/ledger-annex.tsx'
import { RoundTable } from '../../components/brief/round-table.tsx'
import { useFrame } from '../../components/frame.ts'
import { SectionHeading } from '../../components/heading.tsx'
import { GapTables } from '../../components/ledger/gap-tables.tsx'
import { PillarsTable, YearSummary } from '../../components/ledger/year-details.tsx'
import { SummaryList } from '../../components/summary-list.tsx'
import { Table } from '../../components/table.tsx'

/** The brief for a meeting of the working group. */
export const SwgBriefText = ({ model: brief, version }: { model: SwgBrief; version: number }) => {
  const { t } = useFrame()
  const { cutOff, ledgerAsOf = cutOff } = brief.inputs
  const moment = { asOf: ledgerAsOf, correctedUntil: cutOff }
  const funding = brief.funding.map((year) => ({ ...year, moment }))
  return (
    <>
      <SectionHeading>{t.briefs.summary}</SectionHeading>
      <Bullets lines={brief.summary} />
      <MeetingBullets meetings={[brief.meeting]} />
      <SectionHeading>{t.briefs.coChairs}</SectionHeading>
      <SummaryList rows={brief.coChairs.map(({ seat, name }) => ({ key: seat, value: name }))} />
      <Decisions decisions={brief.decisions} />
      <Bullets heading={t.briefs.risks} lines={brief.risks.map(({ text, from }) => t.briefs.riskFrom(text, from))} />
      {withRounds(brief).map((table) => (
        <RoundTable
          caption={t.briefs.byRound(table.twg)}
          head={t.briefs.indicator}
          table={table}
          brief={{ key: brief.key, version }}
        />
      ))}
      {brief.actions.total > 0 && (
        <p class="govuk-body">{t.briefs.actionsDone(brief.actions.done, brief.actions.total)}</p>
      )}
      <ActionTable actions={brief.actions.open} />
      <Timeliness {...brief} />
      {brief.indicators.map(({ id, twg, lines }) => (
        <IndicatorTable
          id={`indicators-${id}`}
          caption={t.briefs.indicatorsOf(twg)}
          lines={lines}
          brief={{ key: brief.key, version }}
          twg={id}
        />
      ))}
      {funding.map((year) => (
        <>
          <FundingTable year={year} />
          <YearInBrief year={year} />
        </>
      ))}
      <GapTables gaps={brief.gaps} brief={{ key: brief.key, version, moment }} />
      <Bullets heading={t.briefs.obligations} lines={brief.obligations.map((one) => obligationText(one, t))} />
      {brief.seat && (
        <Bullets
          heading={t.briefs.seat}
          lines={[t.briefs.seatTurn(brief.seat.holder, t.formats.day(brief.seat.until), brief.seat.next)]}
        />
      )}
      {brief.gender.map(({ twg, text }) => (
        <Paragraphs heading={t.briefs.genderOf(twg)} text={text} />
      ))}
      <Bullets heading={t.briefs.agenda} lines={brief.agenda} />
      <LedgerAnnex years={brief.ledger} />
      <TwgBriefLinks briefs={brief.twgBriefs} />
      <Bullets heading={t.briefs.notes} lines={brief.notes} />
      <Bullets heading={t.briefs.sources} lines={brief.inputs.reports} />
    </>
  )
}

/** The tables round by round; none while no round has closed. */
const withRounds = ({ chart, byRound }: SwgBrief) =>
  [...(chart ? [chart] : []), ...byRound].filter(({ rounds }) => rounds.length > 0)

const TwgBriefLinks = ({ briefs }: { briefs: SwgBrief['twgBriefs'] }) => {
  const { t } = useFrame()
  if (briefs.length === 0) return null
  return (
    <>
      <SectionHeading>{t.briefs.twgBriefs}</SectionHeading>
      <ul class="govuk-list govuk-list--bullet">
        {briefs.map((one) => (
          <li>
            <a class="govuk-link" href={briefPath(one)}>
              {t.briefs.name(one.twg, one.round)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** A year besides its donors: against the year before, and by pillar. */
const YearInBrief = ({ year }: { year: FundingYear & { moment: LedgerMoment } }) => {
  const { pillars, change, multiYearShare } = year
  const id = `pillars-${year.year}-${year.sources.join('-').replace(/\W+/g, '-')}`
  return (
    <>
      <YearSummary change={change} multiYearShare={multiYearShare} />
      {pillars.length > 0 && <PillarsTable id={id} year={year} />}
    </>
  )
}

const obligationText = (
  { name, due, days, source }: SwgBrief['obligations'][number],
  t: ReturnType<typeof useFrame>['t'],
): string => `${name}: ${t.formats.day(due)}, ${t.briefs.inDays(days)}. ${source}`

const Timeliness = ({ rounds, timeliness }: Pick<SwgBrief, 'rounds' | 'timeliness'>) => {
  const { t } = useFrame()
  if (rounds.length === 0) return null
  return (
    <Table
      id="timeliness"
      caption={t.briefs.timeliness}
      columns={[{ head: t.briefs.group }, ...rounds.map((head) => ({ head }))]}
      rows={timeliness.map((line) => [line.twg, ...line.rounds.map((standing) => t.desk.standing[standing])])}
    />
  )
}
