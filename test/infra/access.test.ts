import { describe, expect, it } from 'vitest'
import { FUNCTION_NAMES, type FunctionName } from '#functions/names.ts'
import { functionNamed, ofType, RESOURCES, referredTo, refersTo, SENDER, theOne } from './synthesized.ts'

interface Statement {
  Effect: string
  Action: string | string[]
  Resource: unknown
  Principal?: unknown
  Condition?: unknown
}

const listed = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value])

/** Everything a function's role allows, from every policy attached to it. */
const allowedTo = (name: FunctionName): Statement[] => {
  const role = referredTo(functionNamed(name).properties.Role)
  return ofType('AWS::IAM::Policy')
    .filter(({ properties }) => refersTo(properties.Roles, role))
    .flatMap(({ properties }) => properties.PolicyDocument.Statement)
}
const actionsOf = (name: FunctionName): string[] => allowedTo(name).flatMap(({ Action }) => listed(Action))

/** The resource-based policies: who besides the functions' roles may touch what. */
const resourcePolicies: Statement[] = RESOURCES.flatMap(({ properties }) =>
  [properties.PolicyDocument, properties.ResourcePolicy?.PolicyDocument].filter(Boolean),
).flatMap((document) => document.Statement)

describe.each(FUNCTION_NAMES)('%s', (name) => {
  it('may do nothing by a wildcard', () => {
    expect(allowedTo(name)).not.toEqual([])
    for (const { Effect, Action, Resource } of allowedTo(name)) {
      expect(Effect).toBe('Allow')
      for (const action of listed(Action)) expect(action).not.toContain('*')
      for (const resource of listed(Resource)) expect(JSON.stringify(resource)).not.toContain('*')
    }
  })

  it('has a role of its own, without any policy that AWS manages', () => {
    const role = referredTo(functionNamed(name).properties.Role)
    const sharers = ofType('AWS::Lambda::Function').filter(({ properties }) => refersTo(properties.Role, role))
    expect(sharers).toHaveLength(1)
    expect(role.properties.ManagedPolicyArns).toBeUndefined()
  })

  it('may not scan the table', () => {
    expect(actionsOf(name)).not.toContain('dynamodb:Scan')
  })
})

describe('the table', () => {
  const RECORDS = ['BatchGetItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query'].map(
    (action) => `dynamodb:${action}`,
  )
  const table = theOne('AWS::DynamoDB::Table')
  const onTable = (name: FunctionName) =>
    allowedTo(name).filter(({ Resource }) => JSON.stringify(Resource).includes(`["${table.id}","Arn"]`))

  it.each(FUNCTION_NAMES.filter((name) => name !== 'relay-events'))(
    'is read and written by %s, indexes only read',
    (name) => {
      expect(onTable(name).map(({ Action }) => Action)).toEqual([RECORDS, 'dynamodb:Query'])
      expect(JSON.stringify(onTable(name)[1]?.Resource)).toMatch(/index\/GSI1.*index\/GSI2/)
    },
  )

  it('lets the relay delete outbox items and touch no record', () => {
    expect(onTable('relay-events')).toEqual([
      expect.objectContaining({
        Action: 'dynamodb:DeleteItem',
        Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['OUTBOX#*'] } },
      }),
    ])
  })
})

describe('only one function may', () => {
  const holders = (action: string) => FUNCTION_NAMES.filter((name) => actionsOf(name).includes(action))

  it('publish: relay-events, on our bus', () => {
    expect(holders('events:PutEvents')).toEqual(['relay-events'])
    const publish = allowedTo('relay-events').find(({ Action }) => Action === 'events:PutEvents')
    expect(referredTo(publish?.Resource)).toBe(theOne('AWS::Events::EventBus'))
  })

  it('send mail: send-mail, and only as the sender with our configuration set', () => {
    expect(FUNCTION_NAMES.filter((name) => actionsOf(name).some((action) => action.startsWith('ses:')))).toEqual([
      'send-mail',
    ])
    const [send, ...others] = allowedTo('send-mail').filter(({ Action }) => listed(Action).join().includes('ses:'))
    expect(others).toEqual([])
    expect(send?.Action).toBe('ses:SendRawEmail')
    const resources = listed(send?.Resource).map(referredTo)
    expect(resources.map(({ type }) => type).sort()).toEqual(['AWS::SES::ConfigurationSet', 'AWS::SES::EmailIdentity'])
    expect(send?.Condition).toEqual({ StringEquals: { 'ses:FromAddress': SENDER } })
    expect(theOne('AWS::SES::EmailIdentity').properties.EmailIdentity).toBe(SENDER)
  })
})

describe('nothing is public but the pages', () => {
  it('there is one HTTP API and no function has an address of its own', () => {
    expect(ofType('AWS::ApiGatewayV2::Api')).toHaveLength(1)
    expect(ofType('AWS::Lambda::Url')).toEqual([])
  })

  it('the API is throttled', () => {
    const { DefaultRouteSettings } = theOne('AWS::ApiGatewayV2::Stage').properties
    expect(DefaultRouteSettings).toEqual({ ThrottlingBurstLimit: 100, ThrottlingRateLimit: 50 })
  })

  it('only the API and no other service may invoke a function without a role', () => {
    const { properties } = theOne('AWS::Lambda::Permission')
    expect(properties.Principal).toBe('apigateway.amazonaws.com')
    expect(refersTo(properties.SourceArn, theOne('AWS::ApiGatewayV2::Api'))).toBe(true)
  })

  it('every queue, topic and bus admits named services only, under a condition', () => {
    const openings = resourcePolicies.filter(({ Effect, Principal }) => Effect === 'Allow' && Principal !== undefined)
    expect(openings).not.toEqual([])
    for (const { Principal, Condition } of openings) {
      expect(Object.keys(Principal as object)).toEqual(['Service'])
      expect(Condition).toBeDefined()
    }
    expect(ofType('AWS::Events::EventBusPolicy')).toEqual([])
  })

  it('queues and alarms are encrypted on the way, queues at rest too', () => {
    for (const queue of ofType('AWS::SQS::Queue')) {
      expect(queue.properties.SqsManagedSseEnabled).toBe(true)
      const policy = ofType('AWS::SQS::QueuePolicy').find(({ properties }) => refersTo(properties.Queues, queue))
      expect(JSON.stringify(policy?.properties)).toContain('{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny"')
    }
    expect(theOne('AWS::SES::ConfigurationSet').properties.DeliveryOptions.TlsPolicy).toBe('REQUIRE')
  })

  it('the access log holds no address, no path and no query', () => {
    const { Format } = theOne('AWS::ApiGatewayV2::Stage').properties.AccessLogSettings
    expect(Format).not.toMatch(/identity|path|query|userAgent|authorizer/i)
    expect(Format).toContain('$context.requestId')
  })
})
