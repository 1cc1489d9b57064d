import type * as z from 'zod'
import { Refusal } from '#infra/refusal.ts'
import { type Identity, namingOf, type Place } from './identities.ts'
import { IGNORED_TYPES } from './ignored-types.ts'
import { evaluate, type Scope } from './intrinsics.ts'
import {
  FunctionProperties,
  InvokeConfigProperties,
  MappingProperties,
  ScheduleProperties,
} from './properties/compute.ts'
import {
  ApiProperties,
  ConfigurationSetProperties,
  EmailIdentityProperties,
  EventDestinationProperties,
  IntegrationProperties,
  RouteProperties,
  StageProperties,
} from './properties/edge.ts'
import { EventBusProperties, QueueProperties, RuleProperties } from './properties/messaging.ts'
import { TableProperties } from './properties/table.ts'
import type { Resource, Template } from './template.ts'

/** The resource types that run here, each with the properties that are understood. */
const RUN_TYPES = {
  'AWS::ApiGatewayV2::Api': ApiProperties,
  'AWS::ApiGatewayV2::Integration': IntegrationProperties,
  'AWS::ApiGatewayV2::Route': RouteProperties,
  'AWS::ApiGatewayV2::Stage': StageProperties,
  'AWS::DynamoDB::GlobalTable': TableProperties,
  'AWS::DynamoDB::Table': TableProperties,
  'AWS::Events::EventBus': EventBusProperties,
  'AWS::Events::Rule': RuleProperties,
  'AWS::Lambda::EventInvokeConfig': InvokeConfigProperties,
  'AWS::Lambda::EventSourceMapping': MappingProperties,
  'AWS::Lambda::Function': FunctionProperties,
  'AWS::SES::ConfigurationSet': ConfigurationSetProperties,
  'AWS::SES::ConfigurationSetEventDestination': EventDestinationProperties,
  'AWS::SES::EmailIdentity': EmailIdentityProperties,
  'AWS::SQS::Queue': QueueProperties,
  'AWS::Scheduler::Schedule': ScheduleProperties,
} as const
type RunType = keyof typeof RUN_TYPES

/** A resource of the template with everything evaluated. */
export interface Deployed<T extends RunType> {
  readonly logicalId: string
  /** The physical name: the template's, or `<stack>-<logical id>`. */
  readonly name: string
  /** Empty where the type has none. */
  readonly arn: string
  readonly properties: z.output<(typeof RUN_TYPES)[T]>
  readonly metadata: Readonly<Record<string, unknown>>
}

export interface LocalStack {
  readonly stackName: string
  readonly place: Place
  readonly of: <T extends RunType>(type: T) => readonly Deployed<T>[]
}

const isRunType = (type: string): type is RunType => type in RUN_TYPES

/** Names, references and attributes of a template's resources; a name may itself be made of references, hence by demand. */
const scopeOf = (template: Template, place: Place): Scope & { readonly nameOf: (logicalId: string) => string } => {
  const pseudo: Readonly<Record<string, unknown>> = {
    'AWS::AccountId': place.account,
    'AWS::NoValue': undefined,
    'AWS::Partition': 'aws',
    'AWS::Region': place.region,
    'AWS::StackName': template.stackName,
    'AWS::URLSuffix': 'amazonaws.com',
  }
  const resource = (logicalId: string): Resource => {
    const found = template.resources[logicalId]
    if (!found) throw new Refusal(`The template refers to ${logicalId}, which is none of its resources.`)
    return found
  }
  const nameOf = (logicalId: string): string => {
    const { Type, Properties } = resource(logicalId)
    const own = evaluate(Properties[namingOf(Type)?.nameProperty ?? ''], scope)
    return typeof own === 'string' ? own : `${template.stackName}-${logicalId}`
  }
  const identity = (logicalId: string): Identity => {
    const naming = namingOf(resource(logicalId).Type)
    if (!naming)
      throw new Refusal(`The local run does not know the resource type ${resource(logicalId).Type} (${logicalId}).`)
    return naming.identify(nameOf(logicalId), place)
  }
  const scope: Scope = {
    ref: (name) => (name.startsWith('AWS::') && name in pseudo ? pseudo[name] : identity(name).ref),
    getAtt: (logicalId, attribute) => {
      const value = identity(logicalId).attributes[attribute]
      if (value === undefined) throw new Refusal(`The local run does not know the attribute ${logicalId}.${attribute}.`)
      return value
    },
  }
  return { ...scope, nameOf }
}

/**
 * Evaluates a template for this machine.
 * @throws Refusal naming the resource type, property, intrinsic or attribute the local run does not know.
 */
export const deploy = (template: Template, place: Place): LocalStack => {
  const scope = scopeOf(template, place)
  const deployed = new Map<RunType, Deployed<RunType>[]>()
  for (const [logicalId, { Type: type, Properties, Metadata, Condition }] of Object.entries(template.resources)) {
    if (type in IGNORED_TYPES) continue
    if (!isRunType(type)) throw new Refusal(`The local run does not know the resource type ${type} (${logicalId}).`)
    if (Condition) throw new Refusal(`${logicalId} depends on a condition, and the local run evaluates none.`)
    const parsed = RUN_TYPES[type].safeParse(evaluate(Properties, scope))
    if (!parsed.success) throw new Refusal(`${logicalId} (${type}): ${explain(parsed.error)}.`)
    const name = scope.nameOf(logicalId)
    const arn = namingOf(type)?.identify(name, place).attributes.Arn ?? ''
    const one: Deployed<RunType> = { logicalId, name, arn, properties: parsed.data, metadata: Metadata }
    deployed.set(type, [...(deployed.get(type) ?? []), one])
  }
  return {
    stackName: template.stackName,
    place,
    of: <T extends RunType>(type: T) => (deployed.get(type) ?? []) as unknown as readonly Deployed<T>[],
  }
}

const explain = (error: z.ZodError): string =>
  error.issues
    .map((issue) => (issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message))
    .join('; ')
