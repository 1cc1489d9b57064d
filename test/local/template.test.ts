import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { deploy } from '#infra/local/template/stack.ts'
import { readTemplate } from '#infra/local/template/template.ts'
import { FIXTURE, temporaryFolder } from './fixture-system.ts'

const place = {
  account: '000000000000',
  region: 'us-east-1',
  endpointUrl: 'http://127.0.0.1:1',
  webUrl: 'http://127.0.0.1:2',
}

const deployed = (resources: Record<string, object>) => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'Small.template.json'), JSON.stringify({ Resources: resources }))
  return deploy(readTemplate(folder), place)
}

const queue = (properties: object) => ({ Type: 'AWS::SQS::Queue', Properties: properties })
const named = (name: unknown) =>
  deployed({ Other: queue({}), One: queue({ QueueName: name }) }).of('AWS::SQS::Queue')[1]?.name

describe('a template', () => {
  test('gives each function the environment it names, with references resolved', () => {
    const functions = deploy(readTemplate(FIXTURE), place).of('AWS::Lambda::Function')
    expect(functions.find((one) => one.logicalId === 'React')?.properties.Environment.Variables).toEqual({
      TABLE_NAME: 'Fixture-Records',
      CONFIGURATION_SET: 'Fixture-Set',
      WEB_URL: 'http://127.0.0.1:2',
    })
  })

  test.each([
    [{ Ref: 'Other' }, 'http://127.0.0.1:1/000000000000/Small-Other'],
    [{ 'Fn::GetAtt': ['Other', 'Arn'] }, 'arn:aws:sqs:us-east-1:000000000000:Small-Other'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }]] }, 'a-us-east-1'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own placeholders
    [{ 'Fn::Sub': '${AWS::StackName}/${Other.QueueName}/${!Literal}' }, 'Small/Small-Other/${Literal}'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own placeholders
    [{ 'Fn::Sub': ['${x}-y', { x: { Ref: 'AWS::Partition' } }] }, 'aws-y'],
    [{ 'Fn::Select': ['1', { 'Fn::Split': ['-', 'a-b-c'] }] }, 'b'],
    [{ Ref: 'AWS::NoValue' }, 'Small-One'],
  ])('evaluates %j', (intrinsic, value) => {
    expect(named(intrinsic)).toBe(value)
  })

  test('reads what CDK writes in its own case', () => {
    const [destination] = deploy(readTemplate(FIXTURE), place).of('AWS::SES::ConfigurationSetEventDestination')
    const types = destination?.properties.EventDestination.MatchingEventTypes
    expect(types).toEqual(['SEND', 'DELIVERY', 'BOUNCE', 'DELIVERY_DELAY'])
  })
})

describe('the local run refuses, by name,', () => {
  test.each([
    ['a resource type it does not know', { X: { Type: 'AWS::S3::Bucket' } }, 'AWS::S3::Bucket (X)'],
    ['a property it does not know', { X: queue({ FifoQueue: true }) }, 'FifoQueue'],
    ['an intrinsic it does not know', { X: queue({ QueueName: { 'Fn::ImportValue': 'y' } }) }, 'Fn::ImportValue'],
    [
      'an attribute it does not know',
      { X: queue({}), Y: queue({ QueueName: { 'Fn::GetAtt': ['X', 'Colour'] } }) },
      'X.Colour',
    ],
    ['a reference to nothing', { X: queue({ QueueName: { Ref: 'Y' } }) }, 'Y'],
    ['a resource under a condition', { X: { ...queue({}), Condition: 'Sometimes' } }, 'condition'],
  ])('%s', (_, resources, name) => {
    expect(() => deployed(resources)).toThrow(name)
  })

  test('a schedule that is not hourly', () => {
    const Target = { Arn: 'arn:aws:lambda:::x', RoleArn: 'arn:aws:iam:::x' }
    const Properties = { FlexibleTimeWindow: { Mode: 'OFF' }, ScheduleExpression: 'rate(5 minutes)', Target }
    expect(() => deployed({ X: { Type: 'AWS::Scheduler::Schedule', Properties } })).toThrow('rate(5 minutes)')
  })

  test('a folder without template', () => {
    expect(() => readTemplate(temporaryFolder())).toThrow('no *.template.json')
  })
})
