import { Button, ButtonLink } from '../../components/button.tsx'
import { Hidden } from '../../components/form/inputs.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading, SectionHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { MovementTable } from '../../components/ledger/movement-table.tsx'
import { OnwardNote } from '../../components/ledger/onward-note.tsx'
import { Pager } from '../../components/ledger/pager.tsx'
import { Notice, NoticeText } from '../../components/notice.tsx'
import { Table } from '../../components/table.tsx'
import { Words } from '../../components/words.tsx'
import type { DonorView } from '../../ledger-services.ts'

/** "Your money": everything recorded for a donor, for its focal point to confirm or to mend. */
export const DonorPage = ({ view, done, refusal }: { view: DonorView; done?: boolean; refusal?: string }) => {
  const { t } = useFrame()
  const { usd, percent } = t.formats
  const path = `/funding/donors/${encodeURIComponent(view.donor.id)}`
  return (
    <Layout
      title={view.donor.name}
      back={{ href: '/funding', text: t.frame.backTo(t.funding.title) }}
      notice={
        (done || refusal) && (
          <Notice done={refusal === undefined}>
            <NoticeText>{refusal ?? t.ledger.confirmDone}</NoticeText>
          </Notice>
        )
      }
    >
      <PageHeading caption={t.ledger.facts.donor}>{view.donor.name}</PageHeading>
      <p class="govuk-body">{t.ledger.donorIntro}</p>
      <ConfirmationText view={view} />
      {view.mayConfirm && !view.confirmed && (
        <form method="post" action={`${path}/confirm`}>
          <Hidden name="seen" value={view.seen} />
          <Button>{t.ledger.confirmButton}</Button>
        </form>
      )}
      {view.mayRecord && (
        <ButtonLink href={`/funding/contributions/new?donor=${encodeURIComponent(view.donor.name)}`}>
          {t.ledger.record}
        </ButtonLink>
      )}
      <Table
        id="donor-years"
        caption={t.ledger.donorTotals}
        columns={[
          { head: t.ledger.year },
          { head: t.ledger.facts.source },
          { head: t.funding.total, numeric: true },
          { head: t.funding.share, numeric: true },
          { head: t.funding.committed, numeric: true },
          { head: t.funding.pledged, numeric: true },
        ]}
        rows={view.years.map(({ year, source, line }) => [
          year,
          t.ledger.sources[source],
          usd(line.paidUsd),
          percent(line.share),
          usd(line.committedUsd),
          usd(line.pledgedUsd),
        ])}
      />
      <OnwardNote when={view.contributions.some(({ contribution }) => contribution.parent !== '')} />
      <SectionHeading>{t.ledger.contributions(view.total)}</SectionHeading>
      {view.contributions.map(({ contribution, movements }) => (
        <section>
          <h3 class="govuk-heading-s">
            <a class="govuk-link" href={`/funding/contributions/${contribution.id}`}>
              {contribution.title}
            </a>
          </h3>
          {contribution.withdrawn ? (
            <p class="govuk-body">
              {`${t.ledger.withdrawn}. `}
              <Words text={t.ledger.withdrawnWhy(contribution.withdrawn.reason)} />
            </p>
          ) : (
            <MovementTable
              id={`movements-${contribution.id}`}
              caption={t.ledger.sources[contribution.source]}
              movements={movements}
              ofOne
            />
          )}
        </section>
      ))}
      <Pager page={view.page} pages={view.pages} href={(page) => `${path}?page=${page}`} />
    </Layout>
  )
}

const ConfirmationText = ({ view: { confirmation, confirmed } }: { view: DonorView }) => {
  const { t, sector } = useFrame()
  if (!confirmation) return <p class="govuk-body">{t.ledger.notConfirmed}</p>
  const when = t.formats.moment(confirmation.at, sector.timeZone)
  const says = confirmed ? t.ledger.confirmed : t.ledger.confirmedBefore
  return <p class="govuk-body">{says(confirmation.by.name, when)}</p>
}
