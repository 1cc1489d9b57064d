import { describe, expect, it } from 'vitest'
import { forms } from '#shared/domain/forms/every-form.ts'
import { fieldsOf } from '#shared/domain/forms/form.ts'
import { formJsonSchema } from '#shared/domain/forms/json-schema.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'

type Json = { [key: string]: Json } & { title?: string; enum?: unknown[]; required?: string[] }
const bothOf = (form: (typeof forms)[number]) => {
  const schema = JSON.parse(JSON.stringify(formJsonSchema(form, laoUxo)))
  return { schema, full: schema.anyOf[0] as Json, nil: schema.anyOf[1] as Json }
}
/** The schema at a path of properties. */
const at = (schema: Json | undefined, path: string): Json | undefined =>
  path.split('.').reduce<Json | undefined>((inner, key) => inner?.properties?.[key], schema)

describe.each(forms.map((form) => [form.twg, form] as const))('the JSON Schema of %s', (_twg, form) => {
  const { schema, full, nil } = bothOf(form)
  const row = at(full, 'rows')?.items

  it('is of draft 2020-12 and describes a whole report, or a nil return', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(full.required).toEqual(['header', 'narrative', 'rows'])
    expect(nil.required).toEqual(['header', 'nil'])
    expect(at(full, 'header.cutOff')).toMatchObject({ title: 'Data cut-off date', format: 'date' })
  })

  it('names every field of a row with its label, unit and standard, and asks only for what must be there', () => {
    for (const { path, label, unit, standard, optional } of fieldsOf(form.rows?.schema ?? expect.fail('no rows'))) {
      expect(at(row, path), path).toMatchObject({ title: label, ...(unit && { unit }), ...(standard && { standard }) })
      const [name = '', ...outer] = path.split('.').toReversed()
      const around = outer.length === 0 ? row : at(row, outer.toReversed().join('.'))
      expect(around?.required?.includes(name) ?? false, path).toBe(optional !== true)
    }
  })
})

describe('a JSON Schema', () => {
  it('lists the provinces and operators of the sector, and says when there is a single row', () => {
    const named = (twg: string) => bothOf(forms.find((form) => form.twg === twg) ?? expect.fail(twg)).full
    const row = at(named('victim-assistance'), 'rows')?.items
    expect(at(row, 'province')?.enum).toEqual(laoUxo.provinces.map(({ code }) => code))
    expect(at(row, 'operator')?.enum).toEqual(['', ...laoUxo.operators])
    expect(at(named('information-management'), 'rows')).toMatchObject({ minItems: 1, maxItems: 1 })
  })
})
