import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  functionNamed,
  nameOf,
  ofType,
  RESOURCES,
  type Resource,
  referredTo,
  refersTo,
  SECRETARIAT,
  theOne,
} from './synthesized.ts'

const DAY = 24 * 60 * 60
const queues = ofType('AWS::SQS::Queue')
const mappings = ofType('AWS::Lambda::EventSourceMapping')
const alarms = ofType('AWS::CloudWatch::Alarm')
const workQueues = queues.filter((queue) =>
  mappings.some(({ properties }) => refersTo(properties.EventSourceArn, queue)),
)
const deadLetterQueues = queues.filter((queue) => !workQueues.includes(queue))

const consumerOf = (queue: Resource): Resource => {
  const mapping = mappings.find(({ properties }) => refersTo(properties.EventSourceArn, queue))
  return referredTo(mapping?.properties.FunctionName)
}

describe('nothing that fails is lost', () => {
  it('a message that fails five times is parked for 14 days', () => {
    expect(workQueues).toHaveLength(5)
    for (const { properties } of workQueues) {
      const { deadLetterTargetArn, maxReceiveCount } = properties.RedrivePolicy
      expect(maxReceiveCount).toBe(5)
      expect(deadLetterQueues).toContain(referredTo(deadLetterTargetArn))
    }
    for (const { properties } of deadLetterQueues) expect(properties.MessageRetentionPeriod).toBe(14 * DAY)
  })

  it('a message is not handed out again while its function may still be at work', () => {
    for (const queue of workQueues) {
      expect(queue.properties.VisibilityTimeout).toBe(6 * consumerOf(queue).properties.Timeout)
    }
  })

  it('an event that its rule cannot deliver is parked beside those its function cannot handle', () => {
    for (const rule of ofType('AWS::Events::Rule')) {
      for (const { Arn, DeadLetterConfig } of rule.properties.Targets) {
        const queue = referredTo(Arn)
        expect(referredTo(DeadLetterConfig.Arn)).toBe(referredTo(queue.properties.RedrivePolicy.deadLetterTargetArn))
      }
    }
  })

  it('a sweep is parked whether the schedule could not start it or the function failed', () => {
    const undelivered = referredTo(theOne('AWS::Scheduler::Schedule').properties.Target.DeadLetterConfig.Arn)
    const { DestinationConfig, FunctionName } = theOne('AWS::Lambda::EventInvokeConfig').properties
    expect(deadLetterQueues).toContain(undelivered)
    expect(deadLetterQueues).toContain(referredTo(DestinationConfig.OnFailure.Destination))
    expect(referredTo(FunctionName)).toBe(functionNamed('keep-calendar'))
  })

  it('the relay divides a failing batch, goes on for an hour and then says which records it gave up', () => {
    const relay = mappings.find(({ properties }) => nameOf(referredTo(properties.FunctionName)) === 'relay-events')
    expect(relay?.properties).toMatchObject({ BisectBatchOnFunctionError: true, MaximumRecordAgeInSeconds: 3600 })
    expect(deadLetterQueues).toContain(referredTo(relay?.properties.DestinationConfig.OnFailure.Destination))
  })
})

describe('a person hears of it', () => {
  it('every dead-letter queue raises an alarm at its first message', () => {
    for (const queue of deadLetterQueues) {
      const watching = alarms.filter(({ properties }) => refersTo(properties.Dimensions, queue))
      expect(watching.map(({ properties }) => properties)).toMatchObject([
        { MetricName: 'ApproximateNumberOfMessagesVisible', Threshold: 0, ComparisonOperator: 'GreaterThanThreshold' },
      ])
    }
  })

  it('a sweep that does not happen raises an alarm by its absence', () => {
    const missing = alarms.find(({ properties }) => properties.MetricName === 'Invocations')
    expect(referredTo(missing?.properties.Dimensions)).toBe(functionNamed('keep-calendar'))
    expect(missing?.properties).toMatchObject({
      Period: 3600,
      EvaluationPeriods: 2,
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    })
  })

  it('a late relay, failing pages and bouncing mail raise alarms', () => {
    const watched = alarms.map(({ properties }) => properties.MetricName)
    expect(watched).toEqual(expect.arrayContaining(['IteratorAge', 'Errors', 'Throttles', 'Reputation.BounceRate']))
  })

  it('every alarm is mailed to every address of the secretariat', () => {
    const topic = theOne('AWS::SNS::Topic')
    for (const { properties } of alarms) expect(properties.AlarmActions.map(referredTo)).toEqual([topic])
    const subscribers = ofType('AWS::SNS::Subscription').map(({ properties }) => [
      properties.Protocol,
      properties.Endpoint,
    ])
    expect(subscribers).toEqual(SECRETARIAT.map((address) => ['email', address]))
  })

  it('CloudWatch of this account may publish the alarms', () => {
    const statements = theOne('AWS::SNS::TopicPolicy').properties.PolicyDocument.Statement
    expect(statements).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      }),
    )
  })

  it('every alarm says what to do and names a section of the runbook', () => {
    const readme = readFileSync(new URL('../../infra/README.md', import.meta.url), 'utf8')
    const sections = [...readme.matchAll(/^### Runbook: (.+)$/gm)].map(([, heading]) => heading)
    for (const { properties } of alarms) {
      const named = /\. Runbook: (.+) \(infra\/README\.md\)\.$/.exec(properties.AlarmDescription)?.[1]
      expect(sections).toContain(named)
    }
    const described = alarms.map(({ properties }) => properties.AlarmDescription).join()
    for (const section of sections) expect(described).toContain(`Runbook: ${section} (`)
  })
})

describe('the records outlive mistakes', () => {
  it('the table stays when the stack goes, refuses deletion and can be restored to any second', () => {
    const { deletionPolicy, properties } = theOne('AWS::DynamoDB::Table')
    expect(deletionPolicy).toBe('Retain')
    expect(properties.DeletionProtectionEnabled).toBe(true)
    expect(properties.PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true })
  })

  it('everything on the bus can be replayed for longer than a reporting year', () => {
    const { SourceArn, RetentionDays, EventPattern } = theOne('AWS::Events::Archive').properties
    expect(referredTo(SourceArn)).toBe(theOne('AWS::Events::EventBus'))
    expect(RetentionDays).toBeGreaterThan(366)
    expect(EventPattern).toEqual({ source: [{ prefix: '' }] })
  })

  it('no resource needs code of its own to be deployed', () => {
    expect(RESOURCES.filter(({ type }) => type.startsWith('Custom::') || type.includes('CustomResource'))).toEqual([])
  })
})
