import type { Field } from '#shared/domain/forms/form.ts'
import { useFrame } from '../frame.ts'
import { SectionHeading } from '../heading.tsx'
import { SummaryList } from '../summary-list.tsx'

export interface Answers {
  readonly heading: string
  readonly fields: readonly Field[]
  /** The value of a field in words; empty when nothing was given. */
  readonly text: (field: Field) => string
  /** The page on which it can be changed; nothing when it is only read. */
  readonly changePath?: string
}

/** Everything of one part, as check answers or as a receipt. Optional fields that were left empty are not listed. */
export const ReportAnswers = ({ heading, fields, text, changePath }: Answers) => {
  const { t } = useFrame()
  const { change, changeWhat, nothing } = t.reportCheck
  return (
    <>
      <SectionHeading>{heading}</SectionHeading>
      <SummaryList
        rows={fields
          .map((field) => ({ field, value: text(field) }))
          .filter(({ field, value }) => value !== '' || !field.optional)
          .map(({ field, value }) => {
            const key = [...field.groups, field.label].join(': ')
            return {
              key,
              value: value || nothing,
              change: changePath
                ? { href: `${changePath}#${field.path}`, text: change, what: changeWhat(`${key}, ${heading}`) }
                : undefined,
            }
          })}
      />
    </>
  )
}
