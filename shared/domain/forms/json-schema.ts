import * as z from 'zod'
import type { Sector } from '#shared/sector/schema.ts'
import { LateReason, WarningComment } from './answers.ts'
import type { FieldMeta, Options } from './field.ts'
import { FollowUpSaid } from './follow-up.ts'
import type { Form } from './form.ts'
import { Header, Narrative, NilReturn } from './narrative.ts'

/**
 * A whole report of a form as JSON Schema (draft 2020-12), from the schemas that read it: header, words, rows and how the action points
 * stand, or a nil return; with either, comments on warnings and why it is late. Label, unit, help and standard travel along; rules over several fields are not in it, a submission checks them.
 */
export const formJsonSchema = (form: Form, sector: Sector): z.core.JSONSchema.BaseSchema => {
  const rows = form.rows
  const full = z.strictObject({
    header: Header(),
    narrative: Narrative(),
    ...(rows ? { rows: rowsSchema(rows) } : { rows: noRows() }),
    actions: z.array(FollowUpSaid()).optional().meta({ label: 'How each open action point stands' }),
    ...answers(form),
  })
  const nil = z.strictObject({ header: Header(), nil: NilReturn(), rows: noRows(), ...answers(form) })
  const title = sector.twgs.find(({ id }) => id === form.twg)?.name ?? form.twg
  return {
    ...z.toJSONSchema(z.union([full, nil]), {
      target: 'draft-2020-12',
      io: 'input',
      override: ({ jsonSchema, zodSchema }) => {
        if (zodSchema instanceof z.ZodObject) leaveOut(jsonSchema, zodSchema)
        describe(jsonSchema, z.globalRegistry.get(zodSchema) as Meta | undefined, sector)
      },
    }),
    title: `${title}: quarterly report`,
    description: `Form ${form.twg}, version ${form.version}. A figure is a number, or why it is not available.`,
  }
}

/** What goes with a report of either kind. Comments and the sentences that they answer stand under the keys of their warnings. */
const answers = (form: Form) => ({
  formVersion: z.literal(form.version).optional().meta({ label: 'Version of the form' }),
  comments: z.record(z.string(), WarningComment()).optional().meta({ label: 'Comments on warnings' }),
  warnings: z.record(z.string(), z.string()).optional().meta({ label: 'What these warnings said' }),
  lateReason: LateReason().optional(),
})

const noRows = () => z.array(z.never()).max(0).optional()

const rowsSchema = ({ schema, most }: NonNullable<Form['rows']>) => {
  const rows = z.array(schema).min(1)
  return most === undefined ? rows : rows.max(most)
}

/** A group whose every field may be left out is left out with them, as a reader of what was typed does. */
const leaveOut = (json: z.core.JSONSchema.BaseSchema, { shape }: z.ZodObject): void => {
  const mayBeLeftOut = (name: string) => {
    const inner = shape[name]
    return (
      inner instanceof z.ZodObject && Object.values(inner.shape).every((field) => (field as z.ZodType).meta()?.optional)
    )
  }
  if (json.required) json.required = json.required.filter((name) => !mayBeLeftOut(name))
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
