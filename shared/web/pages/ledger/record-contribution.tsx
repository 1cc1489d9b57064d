import type { HistoryLine } from '#shared/domain/ledger/history.ts'
import type { Mistake } from '#shared/domain/ledger/read-movement.ts'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Hidden, TextArea } from '../../components/form/inputs.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import {
  ContributionFields,
  type ContributionFormProps,
  DefaultButton,
  SendButton,
} from '../../components/ledger/contribution-form.tsx'
import { HistoryTable } from '../../components/ledger/history-table.tsx'
import { Notice, NoticeText } from '../../components/notice.tsx'

interface RecordProps extends ContributionFormProps {
  /** Names this opening of the form, so that sent twice it is recorded once. */
  readonly form: string
  /** What this form recorded before, with other content. */
  readonly recorded?: string
}

/** Each mistake leads to its field, where it has one. */
const linked = (mistakes: readonly Mistake[]) =>
  mistakes.map(({ field, message }) => ({ ...(field && { href: `#${field}` }), message }))

/** A new contribution: by the focal point of its donor, or by the secretariat. */
export const RecordContributionPage = ({ form, recorded, ...fields }: RecordProps) => {
  const { t } = useFrame()
  return (
    <Layout
      title={t.ledger.recordTitle}
      hasProblems={fields.mistakes.length > 0}
      back={{ href: '/funding', text: t.frame.backTo(t.funding.title) }}
    >
      <ErrorSummary mistakes={linked(fields.mistakes)} />
      <PageHeading>{t.ledger.recordTitle}</PageHeading>
      {recorded !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/funding/contributions/${recorded}`}>
            {t.ledger.recordedBefore}
          </a>
        </p>
      )}
      <form method="post" action="/funding/contributions/new" novalidate>
        <DefaultButton>{t.ledger.recordButton}</DefaultButton>
        <Hidden name="opened" value={form} />
        <ContributionFields {...fields} />
        <SendButton>{t.ledger.recordButton}</SendButton>
      </form>
    </Layout>
  )
}

interface CorrectProps extends ContributionFormProps {
  readonly id: string
  /** It was withdrawn: what is saved is recorded again. */
  readonly restores: boolean
  readonly version: number
  readonly reason: string
  /** What others changed meanwhile. */
  readonly theirs?: readonly HistoryLine[]
}

/** A correction, or further movements: the form holds what stands. */
export const CorrectContributionPage = ({ id, restores, version, reason, theirs, ...fields }: CorrectProps) => {
  const { t } = useFrame()
  const path = `/funding/contributions/${id}`
  const title = restores ? t.ledger.restoreTitle : t.ledger.correctTitle
  const button = restores ? t.ledger.restore : t.ledger.correctButton
  return (
    <Layout
      title={title}
      hasProblems={fields.mistakes.length > 0}
      back={{ href: path, text: t.frame.backTo(t.ledger.contribution) }}
    >
      <ErrorSummary mistakes={linked(fields.mistakes)} />
      <PageHeading caption={fields.typed.facts.title}>{title}</PageHeading>
      {theirs && (
        <Notice>
          <NoticeText>{t.ledger.changedMeanwhile}</NoticeText>
          <HistoryTable history={theirs} />
          <p class="govuk-body">{t.ledger.changedChoose}</p>
        </Notice>
      )}
      <p class="govuk-body app-prose">{restores ? t.ledger.restoreIntro : t.ledger.correctIntro}</p>
      <form method="post" action={`${path}/correct`} novalidate>
        <DefaultButton>{button}</DefaultButton>
        <Hidden name="version" value={version} />
        <Hidden name="restores" value={restores ? 'yes' : ''} />
        <TextArea
          name="reason"
          label={t.ledger.reason}
          hint={restores ? t.ledger.restoreReasonHint : t.ledger.reasonHint}
          value={reason}
          error={fields.mistakes.find(({ field }) => field === 'reason')?.message}
          rows={3}
        />
        {!restores && <p class="govuk-hint">{t.ledger.removeAllHint}</p>}
        <ContributionFields {...fields} />
        <SendButton>{button}</SendButton>
      </form>
    </Layout>
  )
}
