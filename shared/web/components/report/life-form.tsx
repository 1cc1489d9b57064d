import type { PropsWithChildren } from 'hono/jsx'
import type { Refusal } from '../../access/mendable.ts'
import { reportPath } from '../../report-draft/part.ts'
import type { ReportSheet } from '../../services.ts'
import { Button } from '../button.tsx'
import { ErrorSummary, mistakesOf } from '../error-summary.tsx'
import { Hidden } from '../form/inputs.tsx'
import { useFrame } from '../frame.ts'
import { PageHeading } from '../heading.tsx'
import { Layout } from '../layout.tsx'
import { ByHandForm } from './by-hand-form.tsx'
import { ReportDates } from './report-dates.tsx'

export interface LifeFormProps {
  readonly sheet: ReportSheet
  /** What stands in the fields. */
  readonly typed: Readonly<Record<string, string>>
  /** The version of the report, or of the draft, that its reader decides about. */
  readonly version: number
  readonly refusal?: Refusal | undefined
}

export const errorAt = ({ refusal }: LifeFormProps, field: string): string | undefined =>
  refusal?.field === field ? refusal.message : undefined

/** The frame of the pages on which one decides about a report and says why. */
export const LifeForm = ({
  sheet,
  version,
  refusal,
  step,
  title,
  intro,
  button,
  keep,
  children,
}: PropsWithChildren<
  Omit<LifeFormProps, 'typed'> & {
    step: string
    title: string
    intro: string
    button: string
    /** What the way back is called where the button deletes something. */
    keep?: string
  }
>) => {
  const { t } = useFrame()
  const path = reportPath(sheet)
  return (
    <Layout
      title={title}
      hasProblems={refusal !== undefined}
      back={{ href: path, text: t.frame.backTo(t.report.list) }}
    >
      <ErrorSummary mistakes={mistakesOf(refusal)} />
      <PageHeading caption={`${sheet.twgName}, ${sheet.round}`}>{title}</PageHeading>
      <ReportDates sheet={sheet} />
      <p class="govuk-body app-prose">{intro}</p>
      <ByHandForm action={`${path}/${step}`} state={refusal && 'unsaved'}>
        <Hidden name="report-version" value={version} />
        {children}
        {keep === undefined ? (
          <Button>{button}</Button>
        ) : (
          <div class="govuk-button-group">
            <Button kind="warning">{button}</Button>
            <a class="govuk-link" href={path}>
              {keep}
            </a>
          </div>
        )}
      </ByHandForm>
    </Layout>
  )
}
