import { useFrame } from '../frame.ts'
import { SectionHeading } from '../heading.tsx'
import { SummaryList } from '../summary-list.tsx'
import { type Answers, givenAnswers } from './answers.ts'
import { FigureAnswers } from './figure-answers.tsx'

/** Everything of one part, as check answers or as a receipt: words with a link each, a row's figures close together. */
export const ReportAnswers = (answers: Answers) => {
  const { t } = useFrame()
  const { heading, changePath, fields } = answers
  const { change, changeWhat, nothing } = t.reportCheck
  if (fields.some(({ groups }) => groups.length > 0)) return <FigureAnswers {...answers} />
  return (
    <>
      <SectionHeading>{heading}</SectionHeading>
      <SummaryList
        rows={givenAnswers(answers, nothing).map(({ field, value }) => ({
          key: field.label,
          value,
          change: changePath
            ? { href: `${changePath}#${field.path}`, text: change, what: changeWhat(field.label) }
            : undefined,
        }))}
      />
    </>
  )
}
