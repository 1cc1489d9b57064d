import { describe, expect, it } from 'vitest'
import { FUNCTION_NAMES, type FunctionName } from '#functions/names.ts'
import { functionNamed, ofType, referredTo, SECRETARIAT, SENDER, theOne } from './synthesized.ts'

const TABLE_NAME = { Ref: theOne('AWS::DynamoDB::Table').id }
const SECTOR_NAME = 'Example Sector Working Group'
const SECRETARIAT_ADDRESSES = SECRETARIAT.join(',')

const WEB_URL = { 'Fn::GetAtt': [theOne('AWS::ApiGatewayV2::Api').id, 'ApiEndpoint'] }

const VARIABLES: Record<FunctionName, Record<string, unknown>> = {
  'serve-web': { TABLE_NAME, SECTOR_NAME, SECRETARIAT_ADDRESSES },
  'relay-events': { TABLE_NAME, BUS_NAME: { Ref: theOne('AWS::Events::EventBus').id } },
  'take-in-events': { TABLE_NAME, SECTOR_NAME },
  'keep-calendar': { TABLE_NAME, SECTOR_NAME, SECRETARIAT_ADDRESSES },
  'compile-brief': { TABLE_NAME, SECTOR_NAME, WEB_URL },
  'send-mail': {
    TABLE_NAME,
    SECTOR_NAME,
    SENDER_ADDRESS: SENDER,
    CONFIGURATION_SET: { Ref: theOne('AWS::SES::ConfigurationSet').id },
    WEB_URL,
  },
  'track-mail': { TABLE_NAME },
}

describe.each(FUNCTION_NAMES)('%s', (name) => {
  const { properties } = functionNamed(name)

  it('is told exactly what it needs', () => {
    expect(properties.Environment.Variables).toEqual({ POWERTOOLS_SERVICE_NAME: name, ...VARIABLES[name] })
  })

  it('runs its bundle on Node.js 24, x86_64', () => {
    expect(properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['x86_64'], Handler: 'handler.handler' })
  })

  it('logs into a group that is emptied after three months and goes with the stack', () => {
    const group = referredTo(properties.LoggingConfig.LogGroup)
    expect(group.properties.RetentionInDays).toBe(90)
    expect(group.deletionPolicy).toBe('Delete')
  })
})

it('the page function answers before the API gives up', () => {
  expect(functionNamed('serve-web').properties.Timeout).toBeLessThan(30)
})

it('no function reserves concurrency, which a new account of ten could not give', () => {
  for (const { properties } of ofType('AWS::Lambda::Function')) {
    expect(properties.ReservedConcurrentExecutions).toBeUndefined()
  }
})
