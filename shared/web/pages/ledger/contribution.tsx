import { FACT_FIELDS, type FactField } from '#shared/domain/ledger/read-facts.ts'
import { typeOut } from '#shared/domain/ledger/type-out.ts'
import { ButtonLink } from '../../components/button.tsx'
import { type Frame, useFrame } from '../../components/frame.ts'
import { PageHeading, SectionHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { factInWords } from '../../components/ledger/fact-in-words.ts'
import { HistoryTable } from '../../components/ledger/history-table.tsx'
import { MovementTable } from '../../components/ledger/movement-table.tsx'
import { OnwardNote } from '../../components/ledger/onward-note.tsx'
import { Notice, NoticeText } from '../../components/notice.tsx'
import { SummaryList } from '../../components/summary-list.tsx'
import { Words } from '../../components/words.tsx'
import type { ContributionView } from '../../ledger-services.ts'

/** A contribution as it stands, and everything that was done to it. */
export const ContributionPage = ({ view, notice }: { view: ContributionView; notice?: string | undefined }) => {
  const frame = useFrame()
  const { t } = frame
  const { contribution, parent, movements, takenBack, history, mayCorrect, mayExplain } = view
  const { withdrawn } = contribution
  const path = `/funding/contributions/${contribution.id}`
  const { facts } = typeOut(contribution, movements)
  return (
    <Layout
      title={contribution.title}
      back={{ href: '/funding/ledger', text: t.frame.backTo(t.ledger.title) }}
      notice={
        withdrawn ? (
          <Withdrawn {...withdrawn} />
        ) : (
          notice && (
            <Notice done>
              <NoticeText>{notice}</NoticeText>
            </Notice>
          )
        )
      }
    >
      <PageHeading caption={contribution.donor.name}>{contribution.title}</PageHeading>
      <SummaryList
        rows={[
          ...FACT_FIELDS.filter((field) => field !== 'title').map((field) => ({
            key: t.ledger.facts[field],
            value: field === 'parent' && parent ? <Parent {...parent} /> : factValue(field, facts[field], frame),
          })),
          { key: t.ledger.id, value: contribution.id },
        ]}
      />
      {mayCorrect && (
        <div class="govuk-button-group">
          <ButtonLink href={`${path}/correct`}>{withdrawn ? t.ledger.restore : t.ledger.correct}</ButtonLink>
          {!withdrawn && <ButtonLink href={`${path}/withdraw`}>{t.ledger.withdraw}</ButtonLink>}
        </div>
      )}
      {mayExplain && (
        <p class="govuk-body app-prose">
          {t.ledger.statedByOthers(t.ledger.sources[contribution.source])}{' '}
          <a class="govuk-link" href="/funding">
            {t.ledger.compareSources}
          </a>
        </p>
      )}
      {withdrawn ? (
        <MovementTable id="taken-back" caption={t.ledger.takenBack} movements={takenBack} ofOne />
      ) : (
        <MovementTable id="standing" caption={t.ledger.movementsOf} movements={movements} ofOne />
      )}
      <OnwardNote when={contribution.parent !== ''} />
      <SectionHeading>{t.ledger.history}</SectionHeading>
      <HistoryTable history={history} />
    </Layout>
  )
}

/** Says plainly that nothing of it counts, who took it back, when and why. */
const Withdrawn = ({ at, by, reason }: NonNullable<ContributionView['contribution']['withdrawn']>) => {
  const { t, sector } = useFrame()
  return (
    <Notice>
      <NoticeText>{t.ledger.withdrawnBy(by.name, t.formats.moment(at, sector.timeZone))}</NoticeText>
      <p class="govuk-body">
        <Words text={t.ledger.withdrawnWhy(reason)} />
      </p>
      <p class="govuk-body">{t.ledger.withdrawnCounts}</p>
    </Notice>
  )
}

/** Where the money came from, and that this is taken back where it is: what was passed on then came from elsewhere. */
const Parent = ({ id, title, withdrawn }: NonNullable<ContributionView['parent']>) => {
  const { t } = useFrame()
  return (
    <>
      <a class="govuk-link" href={`/funding/contributions/${encodeURIComponent(id)}`}>
        <Words text={title} />
      </a>
      {withdrawn && <p class="govuk-body govuk-!-margin-bottom-0">{t.ledger.parentWithdrawn}</p>}
    </>
  )
}

const factValue = (field: FactField, value: string, frame: Frame) => {
  if (value === '') return frame.t.ledger.none
  switch (field) {
    case 'evidence':
      return (
        <a class="govuk-link" href={value} rel="noreferrer noopener">
          {value}
        </a>
      )
    default:
      return factInWords(field, value, frame)
  }
}
