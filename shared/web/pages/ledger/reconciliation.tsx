import type { Refusal } from '../../access/mendable.ts'
import { Button } from '../../components/button.tsx'
import { ErrorSummary, mistakesOf } from '../../components/error-summary.tsx'
import { Select } from '../../components/form/choices.tsx'
import { Hidden, TextArea } from '../../components/form/inputs.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading, SectionHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice, NoticeText } from '../../components/notice.tsx'
import { Table } from '../../components/table.tsx'
import { Words } from '../../components/words.tsx'
import type { YearCompared } from '../../ledger-services.ts'

interface ReconciliationProps {
  readonly sides: YearCompared
  /** The donors whose differences this reader may explain. */
  readonly mayExplain: readonly string[]
  readonly typed: { readonly donor: string; readonly text: string }
  /** When this page was read. */
  readonly seen: string
  readonly refusal?: Refusal
  readonly saved?: boolean
}

type Line = Omit<YearCompared['donors'][number], 'id'>

/** Two sources of one year side by side, donor by donor, and why they differ. */
export const ReconciliationPage = ({ sides, mayExplain, typed, seen, refusal, saved }: ReconciliationProps) => {
  const { t, sector } = useFrame()
  const { usd } = t.formats
  const [first, second] = sides.sources
  const title = t.ledger.reconciled(t.ledger.sources[first], t.ledger.sources[second])
  const line = ({ name, paidUsd, difference, explanation, explainedDifference }: Line) => [
    <Words text={name} />,
    usd(paidUsd[0]),
    usd(paidUsd[1]),
    difference === 0 ? t.ledger.noDifference : usd(difference),
    <>
      <Words text={explanation} />
      {explainedDifference !== undefined && (
        <p class="govuk-hint govuk-!-margin-bottom-0">{t.ledger.explainedOther(usd(explainedDifference))}</p>
      )}
    </>,
  ]
  const error = (field: string) => (refusal?.field === field ? refusal.message : undefined)
  return (
    <Layout
      title={title}
      hasProblems={refusal !== undefined}
      back={{ href: '/funding', text: t.frame.backTo(t.funding.title) }}
      notice={
        saved && (
          <Notice done>
            <NoticeText>{t.ledger.explained}</NoticeText>
          </Notice>
        )
      }
    >
      <ErrorSummary mistakes={mistakesOf(refusal)} />
      <PageHeading caption={String(sides.year)}>{title}</PageHeading>
      <p class="govuk-body">{t.ledger.reconciledIntro}</p>
      <Table
        id="sides"
        caption={title}
        captionHidden
        columns={[
          { head: t.funding.donor },
          { head: t.ledger.sources[first], numeric: true },
          { head: t.ledger.sources[second], numeric: true },
          { head: t.ledger.difference, numeric: true },
          { head: t.ledger.explanation },
        ]}
        rows={[line({ ...sides, name: t.funding.total, explanation: '' }), ...sides.donors.map(line)]}
      />
      {sides.explained.length > 0 && (
        <Table
          id="explained"
          caption={t.ledger.explanations}
          columns={[t.ledger.when, t.ledger.who, t.funding.donor, t.ledger.explanation].map((head) => ({ head }))}
          rows={sides.explained.map(({ at, by, donor, text }) => [
            t.formats.moment(at, sector.timeZone),
            <Words text={by.name} />,
            <Words text={sides.donors.find(({ id }) => id === donor)?.name ?? donor} />,
            <Words text={text || t.ledger.explanationTakenBack} />,
          ])}
        />
      )}
      {mayExplain.length > 0 && (
        <form method="post" action={`/funding/reconciliation/${sides.year}/${first}/${second}`} novalidate>
          <SectionHeading>{t.ledger.explain}</SectionHeading>
          <Hidden name="seen" value={seen} />
          <Select
            name="donor"
            label={t.funding.donor}
            value={typed.donor}
            error={error('donor')}
            options={sides.donors.filter(({ id }) => mayExplain.includes(id)).map(({ id, name }) => [id, name])}
          />
          <TextArea name="text" label={t.ledger.explanation} value={typed.text} error={error('text')} rows={3} />
          <Button>{t.ledger.explainButton}</Button>
        </form>
      )}
    </Layout>
  )
}
