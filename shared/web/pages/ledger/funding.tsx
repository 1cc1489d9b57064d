import { isSecretariat } from '#shared/domain/contact.ts'
import { dayAt } from '#shared/domain/dates.ts'
import { donorsOf } from '#shared/domain/ledger/access.ts'
import { FundingTable } from '../../components/brief/funding-table.tsx'
import { ButtonLink } from '../../components/button.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading, SectionHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { GapTables } from '../../components/ledger/gap-tables.tsx'
import { OnwardNote } from '../../components/ledger/onward-note.tsx'
import { YearDetails } from '../../components/ledger/year-details.tsx'
import { YearsTable } from '../../components/ledger/years-table.tsx'
import type { LedgerView } from '../../ledger-services.ts'

/** Who pays for the sector, year by year, newest first: is the money predictable and diversified? */
export const FundingPage = ({ ledger }: { ledger: LedgerView }) => {
  const { t, sector, actor, now } = useFrame()
  const roles = actor?.roles ?? []
  const today = dayAt(now, sector.timeZone)
  const own = donorsOf(roles, today)
  const secretariat = isSecretariat(roles, today)
  const charted = ledger.years.find(({ sources }) =>
    sources.some(({ paidUsd, committedUsd }) => paidUsd > 0 || committedUsd > 0),
  )?.year
  return (
    <Layout title={t.funding.title}>
      <PageHeading>{t.funding.title}</PageHeading>
      <p class="govuk-body app-prose">{t.funding.intro}</p>
      <div class="govuk-button-group app-no-print">
        <ButtonLink href="/funding/ledger">{t.ledger.open}</ButtonLink>
        {(secretariat || own.length > 0) && (
          <ButtonLink href="/funding/contributions/new">{t.ledger.record}</ButtonLink>
        )}
        {secretariat && <ButtonLink href="/funding/imports">{t.ledger.import}</ButtonLink>}
        {own.map((donor) => (
          <ButtonLink href={`/funding/donors/${donor}`}>
            {t.ledger.yours(sector.donorSeat.donors.find(({ id }) => id === donor)?.name ?? donor)}
          </ButtonLink>
        ))}
      </div>
      {ledger.years.length === 0 ? (
        <p class="govuk-body">{t.funding.none}</p>
      ) : (
        <>
          <SectionHeading>{t.ledger.byYear}</SectionHeading>
          <YearsTable years={ledger.years} />
          <OnwardNote when={ledger.years.some(({ sources }) => sources.some(({ onwardUsd }) => onwardUsd !== 0))} />
        </>
      )}
      <GapTables gaps={ledger.gaps} />
      {ledger.years.flatMap(({ year, sources, changes, reconciliations }) => [
        ...sources.map((told) => (
          <>
            <FundingTable year={told} charted={year === charted} />
            <YearDetails told={told} change={changes.get(told.source)} />
          </>
        )),
        ...reconciliations.map(({ sources: [first, second] }) => (
          <p class="govuk-body">
            <a class="govuk-link" href={`/funding/reconciliation/${year}/${first}/${second}`}>
              {t.ledger.reconciled(t.ledger.sources[first], t.ledger.sources[second])}
            </a>
          </p>
        )),
      ])}
    </Layout>
  )
}
