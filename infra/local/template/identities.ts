import { IGNORED_TYPES } from './ignored-types.ts'

/** The account and the addresses that stand in for AWS. */
export interface Place {
  readonly account: string
  readonly region: string
  /** Where the AWS calls of functions go, for instance `http://127.0.0.1:4402`. */
  readonly endpointUrl: string
  /** Where the web pages are. */
  readonly webUrl: string
}

/** What `Ref` and `Fn::GetAtt` answer for one resource. */
export interface Identity {
  readonly ref: string
  readonly attributes: Readonly<Record<string, string>>
}

interface Naming {
  /** The property that names the resource, where its type has one. */
  readonly nameProperty?: string
  readonly identify: (name: string, place: Place) => Identity
}

const arn = (place: Place, service: string, rest: string): string =>
  `arn:aws:${service}:${place.region}:${place.account}:${rest}`

const named = (nameProperty: string, service: string, prefix: string, nameAttribute?: string): Naming => ({
  nameProperty,
  identify: (name, place) => ({
    ref: name,
    attributes: { Arn: arn(place, service, prefix + name), ...(nameAttribute ? { [nameAttribute]: name } : {}) },
  }),
})

const byName = (nameProperty?: string): Naming => ({
  ...(nameProperty ? { nameProperty } : {}),
  identify: (name) => ({ ref: name, attributes: {} }),
})

const table: Naming = {
  nameProperty: 'TableName',
  identify: (name, place) => {
    const own = arn(place, 'dynamodb', `table/${name}`)
    return { ref: name, attributes: { Arn: own, StreamArn: `${own}/stream/local` } }
  },
}

const NAMINGS: Readonly<Record<string, Naming>> = {
  'AWS::ApiGatewayV2::Api': {
    identify: (name, place) => ({ ref: name, attributes: { ApiEndpoint: place.webUrl, ApiId: name } }),
  },
  'AWS::ApiGatewayV2::Integration': byName(),
  'AWS::ApiGatewayV2::Route': byName(),
  'AWS::ApiGatewayV2::Stage': byName('StageName'),
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::DynamoDB::Table': table,
  'AWS::Events::EventBus': named('Name', 'events', 'event-bus/', 'Name'),
  'AWS::Events::Rule': named('Name', 'events', 'rule/'),
  'AWS::Lambda::EventInvokeConfig': byName(),
  'AWS::Lambda::EventSourceMapping': byName(),
  'AWS::Lambda::Function': named('FunctionName', 'lambda', 'function:'),
  'AWS::SES::ConfigurationSet': byName('Name'),
  'AWS::SES::ConfigurationSetEventDestination': byName(),
  'AWS::SES::EmailIdentity': byName('EmailIdentity'),
  'AWS::SQS::Queue': {
    nameProperty: 'QueueName',
    identify: (name, place) => {
      const url = `${place.endpointUrl}/${place.account}/${name}`
      return { ref: url, attributes: { Arn: arn(place, 'sqs', name), QueueName: name, QueueUrl: url } }
    },
  },
  'AWS::Scheduler::Schedule': named('Name', 'scheduler', 'schedule/default/'),
}

/** The naming of a type, also of those without meaning here: a role's ARN may well stand in something that is evaluated. */
export const namingOf = (type: string): Naming | undefined => {
  if (!(type in IGNORED_TYPES)) return NAMINGS[type]
  const service = type.split('::')[1]?.toLowerCase() ?? ''
  return {
    identify: (name, place) => {
      const own = arn(place, service, name)
      return { ref: type === 'AWS::SNS::Topic' ? own : name, attributes: { Arn: own, TopicArn: own } }
    },
  }
}
