import * as z from 'zod'
import type { Sector } from '#shared/sector/schema.ts'
import type { FieldMeta, Options } from './field.ts'
import type { Form } from './form.ts'
import { Header, Narrative, NilReturn } from './narrative.ts'

/**
 * A whole report of a form as JSON Schema (draft 2020-12), from the schemas that read it: header, words and rows, or a nil
 * return. Label, unit, help and standard travel along; rules over several fields are not in it, a submission checks them.
 */
export const formJsonSchema = (form: Form, sector: Sector): z.core.JSONSchema.BaseSchema => {
  const rows = form.rows
  const full = z.strictObject({
    header: Header(),
    narrative: Narrative(),
    ...(rows ? { rows: rowsSchema(rows) } : {}),
  })
  const nil = z.strictObject({ header: Header(), nil: NilReturn() })
  const title = sector.twgs.find(({ id }) => id === form.twg)?.name ?? form.twg
  return {
    ...z.toJSONSchema(z.union([full, nil]), {
      target: 'draft-2020-12',
      io: 'input',
      override: ({ jsonSchema, zodSchema }) =>
        describe(jsonSchema, z.globalRegistry.get(zodSchema) as Meta | undefined, sector),
    }),
    title: `${title}: quarterly report`,
    description: `Form ${form.twg}, version ${form.version}. A figure is a number, or why it is not available.`,
  }
}

const rowsSchema = ({ schema, most }: NonNullable<Form['rows']>) => {
  const rows = z.array(schema).min(1)
  return most === undefined ? rows : rows.max(most)
}

type Meta = Partial<FieldMeta & { options: Options }>

/** Label and help under their JSON Schema names, and the sector's own lists as `enum`. */
const describe = (json: z.core.JSONSchema.BaseSchema, meta: Meta | undefined, sector: Sector): void => {
  if (meta?.label === undefined) return
  json.title = meta.label
  const description = [meta.help, meta.standard, meta.unit && `Unit: ${meta.unit}`].filter(Boolean).join('. ')
  if (description !== '') json.description = description
  if (typeof meta.options !== 'string') return
  const names = namesOf[meta.options](sector)
  json.enum = [...(meta.optional === true ? [''] : []), ...names.map(([value]) => value)]
  json.options = Object.fromEntries(names)
}

type Names = readonly (readonly [value: string, label: string])[]
const namesOf = {
  provinces: ({ provinces }: Sector): Names => provinces.map(({ code, name }) => [code, name]),
  operators: ({ operators }: Sector): Names => operators.map((name) => [name, name]),
}
