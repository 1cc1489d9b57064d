import type { Field } from '#shared/domain/forms/form.ts'
import { formOf } from '#shared/domain/forms/index.ts'
import { partFields } from './part.ts'

/** What a report's page asks to which a form was sent, by its address; nothing for any other page. */
export const askedAt = (path: string): readonly Field[] => {
  const [, twg = '', section = ''] = /^\/reports\/[^/]+\/([^/]+)\/(header|narrative|nil|rows)(?:\/|$)/.exec(path) ?? []
  const form = formOf(twg)
  if (!form) return []
  return partFields(
    form,
    section === 'rows' ? { section: 'row', index: 'new' } : { section: section as 'header' | 'narrative' | 'nil' },
  )
}
