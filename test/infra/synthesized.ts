import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Template } from 'aws-cdk-lib/assertions'
import { FUNCTION_NAMES, type FunctionName } from '#functions/names.ts'
import { secretariatApp } from '#infra/secretariat-app.ts'
import { SecretariatStack } from '#infra/secretariat-stack.ts'

export const SENDER = 'secretariat@swg.example'
export const SECRETARIAT = ['first@swg.example', 'second@swg.example']

/** A resource as CloudFormation sees it, with the id by which others refer to it. */
export interface Resource {
  readonly id: string
  readonly type: string
  // biome-ignore lint/suspicious/noExplicitAny: a template is untyped JSON, the tests say what they expect of it
  readonly properties: any
  readonly deletionPolicy: string | undefined
}

const synthesize = (): Resource[] => {
  const folder = mkdtempSync(join(tmpdir(), 'secretariat-stack-'))
  try {
    for (const name of FUNCTION_NAMES) {
      mkdirSync(join(folder, 'assets', name), { recursive: true })
      writeFileSync(join(folder, 'assets', name, 'handler.mjs'), `// ${name}`)
    }
    const app = secretariatApp({ outdir: join(folder, 'out'), builtinCloudFormationValidation: false })
    const settings = { sectorName: 'Example Sector Working Group', sender: SENDER, secretariat: SECRETARIAT }
    const stack = new SecretariatStack(app, 'Secretariat', { settings, assets: join(folder, 'assets') })
    return Object.entries(Template.fromStack(stack).toJSON().Resources).map(([id, resource]) => {
      const { Type, Properties, DeletionPolicy } = resource as {
        Type: string
        Properties?: unknown
        DeletionPolicy?: string
      }
      return { id, type: Type, properties: Properties ?? {}, deletionPolicy: DeletionPolicy }
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Every resource of the stack, synthesized once a test file from empty handlers. */
export const RESOURCES = synthesize()

export const ofType = (type: string): Resource[] => RESOURCES.filter((resource) => resource.type === type)

/** The only resource of its type. */
export const theOne = (type: string): Resource => {
  const [resource, ...others] = ofType(type)
  if (resource === undefined || others.length > 0) throw new Error(`${others.length + 1} of ${type}, not one`)
  return resource
}

/** The resource that a `Ref`, a `Fn::GetAtt` or a string made of them refers to. */
export const referredTo = (reference: unknown): Resource => {
  const text = JSON.stringify(reference) ?? ''
  const found = RESOURCES.filter(({ id }) => text.includes(`"${id}"`))
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${text} refers to ${found.length} resources`)
  return found[0]
}

export const refersTo = (reference: unknown, resource: Resource): boolean =>
  (JSON.stringify(reference) ?? '').includes(`"${resource.id}"`)

export const nameOf = (fn: Resource): FunctionName => fn.properties.Environment.Variables.POWERTOOLS_SERVICE_NAME

export const functionNamed = (name: FunctionName): Resource => {
  const fn = ofType('AWS::Lambda::Function').find((resource) => nameOf(resource) === name)
  if (fn === undefined) throw new Error(`no function ${name}`)
  return fn
}
