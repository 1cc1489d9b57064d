import type { Refusal } from '../../access/mendable.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { ErrorSummary, mistakesOf } from '../../components/error-summary.tsx'
import { Hidden, TextArea } from '../../components/form/inputs.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { MovementTable } from '../../components/ledger/movement-table.tsx'
import type { ContributionView } from '../../ledger-services.ts'

interface WithdrawProps {
  readonly view: ContributionView
  readonly reason: string
  readonly refusal?: Refusal
}

/** Asks once more, and why, before a contribution is taken back as a whole. */
export const WithdrawContributionPage = ({ view, reason, refusal }: WithdrawProps) => {
  const { t } = useFrame()
  const { contribution, version, movements } = view
  const path = `/funding/contributions/${contribution.id}`
  return (
    <Layout
      title={t.ledger.withdrawTitle}
      hasProblems={refusal !== undefined}
      back={{ href: path, text: t.frame.backTo(t.ledger.contribution) }}
    >
      <ErrorSummary mistakes={mistakesOf(refusal)} />
      <PageHeading caption={`${contribution.donor.name}: ${contribution.title}`}>{t.ledger.withdrawTitle}</PageHeading>
      <p class="govuk-body app-prose">{t.ledger.withdrawIntro}</p>
      <MovementTable id="standing" caption={t.ledger.movementsOf} movements={movements} ofOne />
      <form method="post" action={`${path}/withdraw`} novalidate>
        <Hidden name="version" value={version} />
        <TextArea
          name="reason"
          label={t.ledger.reason}
          hint={t.ledger.withdrawReasonHint}
          value={reason}
          error={refusal?.field === 'reason' ? refusal.message : undefined}
          rows={3}
        />
        <div class="govuk-button-group">
          <Button kind="warning">{t.ledger.withdrawButton}</Button>
          <ButtonLink href={path}>{t.ledger.keepIt}</ButtonLink>
        </div>
      </form>
    </Layout>
  )
}
