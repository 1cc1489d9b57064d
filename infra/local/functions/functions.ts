import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { Refusal } from '#infra/refusal.ts'
import type { Activity } from '../activity.ts'
import type { Clock } from '../clock.ts'
import type { Deployed, LocalStack } from '../template/stack.ts'
import { LocalFunction } from './local-function.ts'

export interface FunctionsProps {
  readonly stack: LocalStack
  /** Assets are relative to it. */
  readonly directory: string
  readonly log: Writable
  readonly clock: Clock
  readonly activity: Activity
  readonly report: (text: string) => void
}

/** The functions of a stack by what a mapping, target or integration may call them: name or ARN. */
export class Functions {
  readonly #all: readonly LocalFunction[]

  constructor(props: FunctionsProps) {
    this.#all = props.stack.of('AWS::Lambda::Function').map((deployed) => localFunction(deployed, props))
  }

  /** @throws Refusal when no function of the stack is called so. */
  find(nameOrArn: string): LocalFunction {
    const found = this.#all.find((one) => one.name === nameOrArn || one.arn === nameOrArn)
    if (!found) throw new Refusal(`The template has no function ${nameOrArn}.`)
    return found
  }

  /** The function that signs its calls with this access key id, or undefined. */
  calling(accessKeyId: string): LocalFunction | undefined {
    return this.#all.find(({ name }) => accessKeyId === accessKeyIdOf(name))
  }

  /** @param grace milliseconds that running invocations have to end. */
  async stop(grace: number): Promise<void> {
    await Promise.all(this.#all.map((one) => one.stop(grace)))
  }
}

const localFunction = (deployed: Deployed<'AWS::Lambda::Function'>, props: FunctionsProps): LocalFunction => {
  const { name, arn, logicalId, properties } = deployed
  const [module, exportName] = properties.Handler.split('.')
  const asset = deployed.metadata['aws:asset:path']
  if (typeof asset !== 'string') throw new Refusal(`${logicalId} names no asset, so its code cannot be found.`)
  const file = resolve(props.directory, asset, `${module}.mjs`)
  if (!existsSync(file) || !exportName)
    throw new Refusal(`${logicalId}: there is no ${properties.Handler} in ${resolve(props.directory, asset)}.`)
  return new LocalFunction({
    name,
    arn,
    file: pathToFileURL(file).href,
    exportName,
    environment: environmentOf(name, properties.Environment.Variables, props.stack),
    timeout: properties.Timeout * 1000,
    memory: properties.MemorySize,
    context: {
      functionName: name,
      functionVersion: '$LATEST',
      invokedFunctionArn: arn,
      memoryLimitInMB: String(properties.MemorySize),
      logGroupName: `/aws/lambda/${name}`,
      logStreamName: 'local',
      callbackWaitsForEmptyEventLoop: true,
    },
    log: props.log,
    clock: props.clock,
    activity: props.activity,
    report: props.report,
  })
}

const accessKeyIdOf = (name: string): string => `local-${name}`

/** What the template gives, and what Lambda itself adds. The access key id tells the local endpoint who calls. */
const environmentOf = (
  name: string,
  variables: Readonly<Record<string, string>>,
  { place }: LocalStack,
): Record<string, string> => ({
  ...variables,
  AWS_REGION: place.region,
  AWS_ACCESS_KEY_ID: accessKeyIdOf(name),
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_ENDPOINT_URL: place.endpointUrl,
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  TZ: 'UTC',
})
