import { describe, expect, it } from 'vitest'
import { FUNCTION_NAMES } from '#functions/names.ts'
import { functionNamed, nameOf, ofType, type Resource, referredTo, refersTo, theOne } from './synthesized.ts'

const mappings = ofType('AWS::Lambda::EventSourceMapping')

/** Follows rule → queue → mapping → function. */
const reachedBy = (rule: Resource): string[] =>
  rule.properties.Targets.map((target: { Arn: unknown }) => referredTo(target.Arn)).flatMap((queue: Resource) =>
    mappings
      .filter((mapping) => refersTo(mapping.properties.EventSourceArn, queue))
      .map((mapping) => nameOf(referredTo(mapping.properties.FunctionName))),
  )

const routes = ofType('AWS::Events::Rule').map((rule) => ({
  bus: rule.properties.EventBusName === undefined ? 'default' : referredTo(rule.properties.EventBusName).type,
  pattern: rule.properties.EventPattern,
  reaches: reachedBy(rule),
}))
const OURS = 'AWS::Events::EventBus'
const own = (names: string[]) => ({ source: ['sector-secretariat'], 'detail-type': names })

describe('each event reaches the function that reacts to it, and no other', () => {
  it('events of other systems reach take-in-events, and our own never do', () => {
    expect(routes).toContainEqual({
      bus: OURS,
      pattern: { source: [{ 'anything-but': ['sector-secretariat'] }] },
      reaches: ['take-in-events'],
    })
  })

  it('what a brief is made of reaches compile-brief', () => {
    const inputs = [
      'TwgReportSubmitted',
      'TwgReportReturned',
      'TwgReportAccepted',
      'TwgReportAmended',
      'TwgReportAmendmentWithdrawn',
      'TwgReportExtended',
      'ContributionRecorded',
      'ContributionCorrected',
      'ContributionsImported',
      'DifferenceExplained',
      'MeetingProposed',
      'MeetingScheduled',
      'MeetingMoved',
      'MeetingCancelled',
      'ActionPointOpened',
      'ActionPointUpdated',
      'BriefRequested',
      'BriefReleased',
    ]
    expect(routes).toContainEqual({ bus: OURS, pattern: own(inputs), reaches: ['compile-brief'] })
  })

  it('changes of meetings, who joins, the seat, minutes, action points and parts of imports reach keep-calendar', () => {
    const changes = [
      'MeetingScheduled',
      'MeetingMoved',
      'MeetingCancelled',
      'RoleGiven',
      'SeatTurnChanged',
      'MinutesRecorded',
      'ActionPointOpened',
      'ActionPointUpdated',
      'TwgReportSubmitted',
      'TwgReportAmended',
      'ImportPartRecorded',
    ]
    expect(routes).toContainEqual({ bus: OURS, pattern: own(changes), reaches: ['keep-calendar'] })
  })

  it('requests for mail reach send-mail', () => {
    expect(routes).toContainEqual({ bus: OURS, pattern: own(['MailRequested']), reaches: ['send-mail'] })
  })

  it('what SES reports of our own mail on the default bus reaches track-mail', () => {
    const ours = { 'ses:configuration-set': [{ Ref: theOne('AWS::SES::ConfigurationSet').id }] }
    expect(routes).toContainEqual({
      bus: 'default',
      pattern: { source: ['aws.ses'], detail: { mail: { tags: ours } } },
      reaches: ['track-mail'],
    })
    const { EventDestination } = theOne('AWS::SES::ConfigurationSetEventDestination').properties
    expect(JSON.stringify(EventDestination.EventBridgeDestination)).toContain(':event-bus/default')
    expect(EventDestination.MatchingEventTypes.sort()).toEqual(
      ['send', 'reject', 'delivery', 'bounce', 'complaint', 'deliveryDelay', 'renderingFailure'].sort(),
    )
  })

  it('there is no other rule', () => {
    expect(routes).toHaveLength(5)
  })
})

describe('what is not an event', () => {
  it('new and touched outbox items, and no other change of the table, reach relay-events', () => {
    const [relay, ...others] = mappings.filter(({ properties }) => properties.StartingPosition !== undefined)
    expect(others).toEqual([])
    expect(nameOf(referredTo(relay?.properties.FunctionName))).toBe('relay-events')
    expect(referredTo(relay?.properties.EventSourceArn)).toBe(theOne('AWS::DynamoDB::Table'))
    expect(
      relay?.properties.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern)),
    ).toEqual([{ eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { PK: { S: [{ prefix: 'OUTBOX#' }] } } } }])
  })

  it('the hour reaches keep-calendar together with the time it is for', () => {
    const { ScheduleExpression, ScheduleExpressionTimezone, Target, State } =
      theOne('AWS::Scheduler::Schedule').properties
    expect([ScheduleExpression, ScheduleExpressionTimezone, State]).toEqual(['cron(0 * * * ? *)', 'Etc/UTC', 'ENABLED'])
    expect(referredTo(Target.Arn)).toBe(functionNamed('keep-calendar'))
    expect(JSON.parse(Target.Input)).toEqual({ scheduledTime: '<aws.scheduler.scheduled-time>' })
  })

  it('every request reaches serve-web', () => {
    const route = theOne('AWS::ApiGatewayV2::Route').properties
    const integration = referredTo(route.Target)
    expect(route.RouteKey).toBe('$default')
    expect(referredTo(integration.properties.IntegrationUri)).toBe(functionNamed('serve-web'))
    expect(integration.properties.PayloadFormatVersion).toBe('2.0')
    expect(theOne('AWS::ApiGatewayV2::Stage').properties.StageName).toBe('$default')
  })

  it('no function runs besides the seven', () => {
    expect(ofType('AWS::Lambda::Function').map(nameOf).sort()).toEqual([...FUNCTION_NAMES].sort())
  })

  it('one message of a batch that fails does not take the others with it', () => {
    for (const { properties } of mappings) expect(properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures'])
  })
})
