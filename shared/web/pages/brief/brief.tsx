import type { Brief } from '#shared/domain/briefs/model.ts'
import { AmendedSince } from '../../components/brief/amended-since.tsx'
import { briefName } from '../../components/brief/brief-links.tsx'
import { Copies } from '../../components/brief/copies.tsx'
import { CorrectionsTable } from '../../components/brief/corrections.tsx'
import { EarlierVersions } from '../../components/brief/earlier-versions.tsx'
import { Button } from '../../components/button.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice, NoticeText } from '../../components/notice.tsx'
import type { AmendedReport, DeliveredCopy, Newcomer } from '../../services.ts'
import { SwgBriefText } from './swg-brief.tsx'
import { TwgBriefText } from './twg-brief.tsx'

interface BriefPageProps {
  readonly brief: Brief
  readonly copies?: readonly DeliveredCopy[]
  readonly newcomers?: readonly Newcomer[]
  readonly amended?: readonly AmendedReport[]
  readonly mayRelease?: boolean
  readonly released?: boolean
  readonly refusal?: string
}

/** A brief to read on the web: the latest draft, or the released version with its PDF. */
export const BriefPage = ({ brief, copies = [], newcomers = [], amended = [], ...page }: BriefPageProps) => {
  const { mayRelease, released, refusal } = page
  const { t, sector } = useFrame()
  const { model } = brief
  const title = briefName(brief.key, sector, t)
  const correction = brief.status === 'draft' && brief.version > 0
  // A draft is traced as it stands, a released version as it was.
  const shown = brief.status === 'released' ? brief.version : 0
  const standing =
    brief.status === 'released'
      ? t.briefs.released(brief.version)
      : correction
        ? t.briefs.correction(brief.version + 1)
        : t.briefs.draft
  return (
    <Layout
      title={title}
      hasProblems={refusal !== undefined}
      back={{ href: '/briefs', text: t.frame.backTo(t.briefs.title) }}
      notice={
        released && (
          <Notice done>
            <NoticeText>{t.briefs.releaseDone}</NoticeText>
          </Notice>
        )
      }
    >
      <ErrorSummary mistakes={refusal ? [{ message: refusal }] : []} />
      <PageHeading caption={standing}>{title}</PageHeading>
      <p class="govuk-body">{t.briefs.compiled(t.formats.moment(brief.compiledAt, sector.timeZone))}</p>
      <AmendedSince brief={brief} amended={amended} />
      {brief.version > 0 && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href={`/briefs/pdf/${brief.version}/${brief.key}`}>
            {correction ? t.briefs.pdfOf(brief.version) : t.briefs.pdf}
          </a>
        </p>
      )}
      {mayRelease && (
        <form method="post" action={`/briefs/release/${brief.key}`}>
          <p class="govuk-body">{correction ? t.briefs.correctionNote : t.briefs.releaseNote[model.kind]}</p>
          <Button>{t.briefs.release}</Button>
        </form>
      )}
      <CorrectionsTable model={model} />
      {model.kind === 'twg' ? (
        <TwgBriefText model={model} version={shown} />
      ) : (
        <SwgBriefText model={model} version={shown} />
      )}
      <EarlierVersions brief={brief} />
      <Copies briefKey={brief.key} copies={copies} newcomers={newcomers} />
    </Layout>
  )
}
