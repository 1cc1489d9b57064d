import type { PropsWithChildren } from 'hono/jsx'
import type { Form } from '#shared/domain/forms/form.ts'
import type { Typed } from '#shared/domain/report.ts'
import { draftFields, keptUnder } from '../../report-draft/kept.ts'
import { type Part, partFields, partPath } from '../../report-draft/part.ts'
import type { ReportSheet } from '../../services.ts'
import { Hidden } from '../form/inputs.tsx'
import { useFrame } from '../frame.ts'
import { DraftLine } from './draft-line.tsx'

/** What must be filled in before a part saves by itself: the names of a new row, the tick of a nil return. */
const needsOf = ({ form, draft }: ReportSheet, part: Part, typed: Typed): string[] => {
  if (part.section === 'nil') return draft?.nil ? [] : ['nil']
  return part.section === 'row' && part.index === 'new' ? namesOf(form, part, typed) : []
}

const namesOf = (form: Form, part: Part, typed: Typed): string[] =>
  partFields(form, part)
    .filter(({ path }) => form.rows?.key.includes(path))
    .filter(({ optional, when }) => !optional || when?.needed.includes(typed[when.field] ?? ''))
    .map(({ path }) => path)

/**
 * The form of a part. With JavaScript it saves by itself (`browser/keep-draft.ts`); all that the browser needs to know and to say
 * stands in its attributes. A new row saves by itself once it has its names, a nil return once it is ticked.
 */
export const KeptForm = (
  form: PropsWithChildren<{
    sheet: ReportSheet
    part: Part
    typed: Typed
    /** What names the row, as it was when its page was opened. */
    rowName?: string | undefined
    /** What stands in the form was just saved, or waits for a decision; nothing for a page that was merely opened. */
    state: 'saved' | 'unsaved' | undefined
    /** Not sent by its button while other texts of the report are unsent. */
    afterUnsent?: boolean
  }>,
) => {
  const { actor } = useFrame()
  const { sheet, part, typed, rowName, state, afterUnsent = false } = form
  const { 'row-name': name, ...hidden } = draftFields(sheet, part, typed)
  const needs = needsOf(sheet, part, typed).join(' ')
  return (
    <form
      method="post"
      action={partPath(sheet, part)}
      novalidate
      autocomplete="off"
      data-kept={actor && keptUnder(sheet, part, actor, typed)}
      data-needs={needs || undefined}
      data-state={state}
      data-after-unsent={afterUnsent || undefined}
    >
      {Object.entries(hidden).map(([field, value]) => (
        <Hidden name={field} value={value} />
      ))}
      {name !== undefined && <Hidden name="row-name" value={rowName ?? name} />}
      {form.children}
      <DraftLine />
    </form>
  )
}
