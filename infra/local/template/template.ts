import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { Refusal } from '#infra/refusal.ts'

const Resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Metadata: z.record(z.string(), z.unknown()).default({}),
  Condition: z.string().optional(),
})
export type Resource = z.infer<typeof Resource>

const TemplateFile = z.object({ Resources: z.record(z.string(), Resource) })

/** A synthesized CloudFormation template as it lies on disk, before any intrinsic is evaluated. */
export interface Template {
  /** The folder it was read from: asset paths are relative to it. */
  readonly directory: string
  readonly stackName: string
  readonly resources: Readonly<Record<string, Resource>>
}

/**
 * Reads the one `*.template.json` of a folder that `cdk synth` wrote.
 * @throws Refusal when there is none, more than one, or it is not a template.
 */
export const readTemplate = (directory: string): Template => {
  const names = readdirSync(directory).filter((name) => name.endsWith('.template.json'))
  const [name, ...others] = names
  if (name === undefined) throw new Refusal(`There is no *.template.json in ${directory}: synthesize first.`)
  if (others.length > 0)
    throw new Refusal(`${directory} holds several templates (${names.join(', ')}); the local run knows one stack.`)
  const parsed = TemplateFile.safeParse(JSON.parse(readFileSync(join(directory, name), 'utf8')))
  if (!parsed.success) throw new Refusal(`${name} is not a CloudFormation template: ${z.prettifyError(parsed.error)}`)
  return { directory, stackName: name.slice(0, -'.template.json'.length), resources: parsed.data.Resources }
}
