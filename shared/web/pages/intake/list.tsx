import { dayAt } from '#shared/domain/dates.ts'
import { useFrame } from '../../components/frame.ts'
import { PageHeading, SectionHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice, NoticeText } from '../../components/notice.tsx'
import { Table } from '../../components/table.tsx'
import { Words } from '../../components/words.tsx'
import type { Intakes } from '../../services.ts'

/** What other systems sent: first what was refused and waits, then the latest of everything else. */
export const IntakesPage = ({ waiting, others, done }: Intakes & { done: boolean }) => {
  const { t } = useFrame()
  return (
    <Layout
      title={t.intake.title}
      back={{ href: '/', text: t.frame.backTo(t.desk.title) }}
      notice={
        done && (
          <Notice done>
            <NoticeText>{t.intake.dealtWith}</NoticeText>
          </Notice>
        )
      }
    >
      <PageHeading>{t.intake.title}</PageHeading>
      <p class="govuk-body">{t.intake.intro}</p>
      <SectionHeading>{t.intake.waiting}</SectionHeading>
      <IntakeTable id="waiting" caption={t.intake.waiting} intakes={waiting} empty={t.intake.none} />
      <SectionHeading>{t.intake.others}</SectionHeading>
      <IntakeTable id="others" caption={t.intake.others} intakes={others} empty={t.intake.nothingReceived} />
    </Layout>
  )
}

const IntakeTable = (table: { id: string; caption: string; intakes: Intakes['waiting']; empty: string }) => {
  const { t, sector } = useFrame()
  if (table.intakes.length === 0) return <p class="govuk-body">{table.empty}</p>
  const { what, source, received, outcome } = t.intake
  return (
    <Table
      id={table.id}
      caption={table.caption}
      captionHidden
      columns={[what, source, received, outcome].map((head) => ({ head }))}
      rows={table.intakes.map((intake) => [
        <a class="govuk-link" href={`/intake/${intake.id}`}>
          {intake.type}
        </a>,
        <Words text={intake.source} />,
        t.formats.day(dayAt(intake.receivedAt, sector.timeZone)),
        intake.outcome === 'recorded' ? t.intake.recorded : intake.dealtWith ? t.intake.settled : t.intake.refused,
      ])}
    />
  )
}
