import { FACT_FIELDS, type FactField } from '#shared/domain/ledger/read-facts.ts'
import { typeOut } from '#shared/domain/ledger/type-out.ts'
import { ButtonLink } from '../../components/button.tsx'
import { type Frame, useFrame } from '../../components/frame.ts'
import { PageHeading, SectionHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { HistoryTable } from '../../components/ledger/history-table.tsx'
import { MovementTable } from '../../components/ledger/movement-table.tsx'
import { Notice, NoticeText } from '../../components/notice.tsx'
import { SummaryList } from '../../components/summary-list.tsx'
import type { ContributionView } from '../../ledger-services.ts'

/** A contribution as it stands, and everything that was done to it. */
export const ContributionPage = ({ view, notice }: { view: ContributionView; notice?: string | undefined }) => {
  const frame = useFrame()
  const { t } = frame
  const { contribution, movements, history, mayCorrect } = view
  const { facts } = typeOut(contribution, movements)
  return (
    <Layout
      title={contribution.title}
      back={{ href: '/funding/ledger', text: t.frame.backTo(t.ledger.title) }}
      notice={
        notice && (
          <Notice done>
            <NoticeText>{notice}</NoticeText>
          </Notice>
        )
      }
    >
      <PageHeading caption={contribution.donor.name}>{contribution.title}</PageHeading>
      <SummaryList
        rows={[
          ...FACT_FIELDS.filter((field) => field !== 'title').map((field) => ({
            key: t.ledger.facts[field],
            value: factValue(field, facts[field], frame),
          })),
          { key: t.ledger.id, value: contribution.id },
        ]}
      />
      {mayCorrect && (
        <ButtonLink href={`/funding/contributions/${contribution.id}/correct`}>{t.ledger.correct}</ButtonLink>
      )}
      <MovementTable id="standing" caption={t.ledger.movementsOf} movements={movements} ofOne />
      <SectionHeading>{t.ledger.history}</SectionHeading>
      <HistoryTable history={history} />
    </Layout>
  )
}

const factValue = (field: FactField, value: string, { t, sector }: Frame) => {
  if (value === '') return t.ledger.none
  switch (field) {
    case 'donor':
      return value
    case 'parent':
      return (
        <a class="govuk-link" href={`/funding/contributions/${encodeURIComponent(value)}`}>
          {value}
        </a>
      )
    case 'evidence':
      return (
        <a class="govuk-link" href={value} rel="noreferrer noopener">
          {value}
        </a>
      )
    case 'source':
      return t.ledger.sources[value as keyof typeof t.ledger.sources] ?? value
    case 'earmarking':
      return t.ledger.earmarkings[value as keyof typeof t.ledger.earmarkings] ?? value
    case 'form':
      return t.ledger.forms[value as keyof typeof t.ledger.forms] ?? value
    case 'provinces':
      return value
        .split('; ')
        .map((code) => sector.provinces.find((province) => province.code === code)?.name ?? code)
        .join('; ')
    default:
      return value
  }
}
