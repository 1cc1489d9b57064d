import { fieldRuns } from '../form/field-runs.ts'
import { useFrame } from '../frame.ts'
import { SectionHeading } from '../heading.tsx'
import { mixed } from '../mixed-text.tsx'
import { Words } from '../words.tsx'
import { type Answers, givenAnswers } from './answers.ts'

/** The figures of one row: a line each, under their groups, with one link to change them. Twenty rows stay readable on a phone. */
export const FigureAnswers = (answers: Answers) => {
  const { t } = useFrame()
  const { heading, changePath } = answers
  const runs = fieldRuns(givenAnswers(answers, t.reportCheck.nothing))
  return (
    <>
      <SectionHeading>{heading}</SectionHeading>
      {changePath && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href={changePath}>
            {t.reportCheck.change}
            <span class="govuk-visually-hidden">{mixed(t.reportCheck.changeWhat(heading))}</span>
          </a>
        </p>
      )}
      {runs.map(({ heading: group, entries }) => (
        <>
          {group !== '' && <h3 class="govuk-heading-s app-group">{mixed(group)}</h3>}
          <dl class={group === '' ? 'app-figures app-figures--apart' : 'app-figures'}>
            {entries.map(({ field, value }) => (
              <div>
                <dt>{field.label}</dt>
                <dd>
                  <Words text={value} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      ))}
    </>
  )
}
