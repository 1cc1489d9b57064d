import { Duration, TimeZone } from 'aws-cdk-lib'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import { Construct } from 'constructs'
import { DeadLetterQueue } from './dead-letter-queue.ts'
import type { OperatorAlarms } from './operator-alarms.ts'
import type { ServiceFunction } from './service-function.ts'

export interface CalendarScheduleProps {
  readonly fn: ServiceFunction
  readonly alarms: OperatorAlarms
}

/**
 * Sweeps the calendar every hour. The input carries the hour it is for, so that a late or repeated sweep decides as the
 * first would have. A sweep that fails is overtaken by the next: what is parked is evidence, not work to send again.
 */
export class CalendarSchedule extends Construct {
  constructor(scope: Construct, id: string, { fn, alarms }: CalendarScheduleProps) {
    super(scope, id)
    const deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      alarms,
      says: 'An hourly sweep failed. The next one does its work too: act if this alarm stays.',
      runbook: 'the hourly sweep is missing',
    })
    new Schedule(this, 'Schedule', {
      description: 'Hourly sweep: plans obligations, sends what is due',
      schedule: ScheduleExpression.cron({ minute: '0', timeZone: TimeZone.ETC_UTC }),
      target: new LambdaInvoke(fn, {
        input: ScheduleTargetInput.fromObject({ scheduledTime: ContextAttribute.scheduledTime }),
        retryAttempts: 5,
        maxEventAge: Duration.hours(1),
        deadLetterQueue: deadLetters,
      }),
    })
    // The Scheduler is content once Lambda has taken the event; a failure after that is Lambda's to report.
    fn.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: Duration.hours(1),
      onFailure: new SqsDestination(deadLetters),
    })
    // Events invoke the function as well, but a few dozen times a year: they cannot hide a stopped schedule.
    alarms.raise(this, 'Missing', {
      metric: fn.metricInvocations({ period: Duration.hours(1) }),
      below: 1,
      periods: 2,
      says: 'No sweep ran for two hours, so no reminder is sent. See that the schedule is enabled and may invoke keep-calendar.',
      runbook: 'the hourly sweep is missing',
    })
  }
}
