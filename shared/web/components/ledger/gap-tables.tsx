import type { Brief } from '#shared/domain/briefs/model.ts'
import { needPlace } from '#shared/domain/briefs/trace.ts'
import { type FundingGap, type GapLine, surplusOf } from '#shared/domain/ledger/analysis/gap.ts'
import { unassignedInWords } from '#shared/domain/ledger/analysis/gap-in-words.ts'
import type { LedgerMoment } from '#shared/domain/ledger/movement.ts'
import { UNSTATED_PILLAR } from '#shared/domain/ledger/pillar.ts'
import { sayTerm } from '#shared/domain/words/say.ts'
import type { LedgerFilter } from '../../ledger-services.ts'
import { Figure } from '../brief/figure.tsx'
import { useFrame } from '../frame.ts'
import { SectionHeading } from '../heading.tsx'
import { Table } from '../table.tsx'
import { Movements } from './behind.tsx'

/** The brief that states the gaps, with the ledger that it looked at. */
interface GapsOfBrief extends Pick<Brief, 'key' | 'version'> {
  readonly moment: LedgerMoment
}

/** What twelve months need, and what of it each source knows to be secured. Pledges stand apart: they close no gap. */
export const GapTables = ({ gaps, brief }: { gaps: readonly FundingGap[]; brief?: GapsOfBrief }) => {
  const { t } = useFrame()
  const { day } = t.formats
  const [first] = gaps
  if (!first) return null
  return (
    <>
      <SectionHeading id="need">{t.ledger.need}</SectionHeading>
      <p class="govuk-body app-prose">{t.ledger.needIntro(day(first.from), day(first.until), first.report)}</p>
      {first.unknown.length > 0 && <p class="govuk-body">{t.ledger.needUnknown(first.unknown.join(', '))}</p>}
      {gaps.map((gap) => (
        <GapTable gap={gap} brief={brief} />
      ))}
    </>
  )
}

const GapTable = ({ gap, brief }: { gap: FundingGap; brief: GapsOfBrief | undefined }) => {
  const { t } = useFrame()
  const { usd } = t.formats
  const { source, pillars, total } = gap
  const unassigned = unassignedInWords(gap)
  const { from, until } = gap
  /** What is secured is paid from the first day on, or committed before the last and not paid: the difference of both. */
  const secured = (own: Partial<LedgerFilter>, text: string) =>
    source === '' ? text : <Movements asked={{ source, until, ...brief?.moment, ...own }}>{text}</Movements>
  const need = (text: string) =>
    brief ? (
      <Figure
        figure={{ leftOut: 0, sources: [gap.report] }}
        scale={{ unit: '', spell: () => text }}
        brief={brief}
        place={needPlace(gap)}
      />
    ) : (
      text
    )
  const row = (name: string, line: GapLine, surplus: number, pillar: Partial<LedgerFilter>) => [
    name,
    need(usd(line.needUsd)),
    secured({ ...pillar, from, type: 'disbursement' }, usd(line.paidUsd)),
    secured(pillar, usd(line.committedUsd)),
    secured(pillar, usd(line.gapUsd)),
    secured(pillar, usd(surplus)),
    secured({ ...pillar, from, type: 'pledge' }, usd(line.pledgedUsd)),
  ]
  const surpluses = pillars.map((line) => surplusOf(gap, line))
  return (
    <>
      <Table
        id={`need-${source || 'nothing'}`}
        caption={source === '' ? t.ledger.nothingSecured : t.ledger.securedBy(t.ledger.sources[source])}
        columns={[
          { head: t.ledger.pillar },
          ...[
            t.ledger.needed,
            t.funding.total,
            t.funding.committed,
            t.ledger.gap,
            t.ledger.surplus,
            t.funding.pledged,
          ].map((head) => ({ head, numeric: true })),
        ]}
        rows={[
          ...pillars.map((line, index) =>
            row(line.pillar === '' ? t.ledger.notStated : sayTerm(line.pillar), line, surpluses[index] ?? 0, {
              pillar: line.pillar || UNSTATED_PILLAR,
            }),
          ),
          row(
            t.ledger.all,
            total,
            surpluses.reduce((sum, cents) => sum + cents, 0),
            {},
          ),
        ]}
      />
      {unassigned !== '' && <p class="govuk-body app-prose">{unassigned}</p>}
    </>
  )
}
