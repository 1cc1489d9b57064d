import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { type EventPattern, Match } from 'aws-cdk-lib/aws-events'
import type { Construct } from 'constructs'
import { CALENDAR_FOLLOWS, type EventName, OWN_SOURCE } from '#shared/events/catalogue.ts'
import { CalendarSchedule } from './constructs/calendar-schedule.ts'
import { SectorBus } from './constructs/event-bus.ts'
import { EventConsumer } from './constructs/event-consumer.ts'
import { EventRelay } from './constructs/event-relay.ts'
import { MailDelivery } from './constructs/mail-delivery.ts'
import { OperatorAlarms } from './constructs/operator-alarms.ts'
import { RecordTable } from './constructs/record-table.ts'
import { ServiceFunction } from './constructs/service-function.ts'
import { WebEndpoint } from './constructs/web-endpoint.ts'
import type { Settings } from './settings.ts'

export interface SecretariatStackProps extends StackProps {
  readonly settings: Settings
  /** The folder with one bundled asset a function, as `bundleFunctions` leaves it. */
  readonly assets: string
}

/** The whole system: what runs, what starts it, what it may touch. */
export class SecretariatStack extends Stack {
  constructor(scope: Construct, id: string, { settings, assets, ...props }: SecretariatStackProps) {
    super(scope, id, props)
    const SECTOR_NAME = settings.sectorName
    const SECRETARIAT_ADDRESSES = settings.secretariat.join(',')

    const alarms = new OperatorAlarms(this, 'Alarms', { recipients: settings.secretariat })
    const table = new RecordTable(this, 'RecordTable')
    const bus = new SectorBus(this, 'Bus')
    const mail = new MailDelivery(this, 'Mail', { sender: settings.sender, alarms })

    const serveWeb = new ServiceFunction(this, 'ServeWeb', {
      name: 'serve-web',
      assets,
      memory: 1024,
      timeout: Duration.seconds(20),
      environment: { SECTOR_NAME, SECRETARIAT_ADDRESSES },
    })
    const web = new WebEndpoint(this, 'Web', { fn: serveWeb, alarms })
    const relayEvents = new ServiceFunction(this, 'RelayEvents', {
      name: 'relay-events',
      assets,
      memory: 512,
      timeout: Duration.seconds(30),
    })
    const takeInEvents = new ServiceFunction(this, 'TakeInEvents', {
      name: 'take-in-events',
      assets,
      memory: 512,
      timeout: Duration.seconds(30),
      environment: { SECTOR_NAME },
    })
    const keepCalendar = new ServiceFunction(this, 'KeepCalendar', {
      name: 'keep-calendar',
      assets,
      memory: 1024,
      timeout: Duration.minutes(2),
      environment: { SECTOR_NAME, SECRETARIAT_ADDRESSES },
    })
    const compileBrief = new ServiceFunction(this, 'CompileBrief', {
      name: 'compile-brief',
      assets,
      memory: 1769,
      timeout: Duration.minutes(1),
      environment: { SECTOR_NAME, WEB_URL: web.url },
    })
    const sendMail = new ServiceFunction(this, 'SendMail', {
      name: 'send-mail',
      assets,
      memory: 768,
      timeout: Duration.minutes(1),
      environment: { SECTOR_NAME, WEB_URL: web.url },
    })
    const trackMail = new ServiceFunction(this, 'TrackMail', {
      name: 'track-mail',
      assets,
      memory: 512,
      timeout: Duration.seconds(30),
    })

    for (const fn of [serveWeb, takeInEvents, keepCalendar, compileBrief, sendMail, trackMail]) {
      table.grantTo(fn, 'read-write')
    }
    mail.grantSendTo(sendMail)

    new EventRelay(this, 'Relay', { fn: relayEvents, table, bus, alarms })
    new CalendarSchedule(this, 'Calendar', { fn: keepCalendar, alarms })

    const consumer = (id: string, fn: ServiceFunction, reactsTo: readonly EventName[] | EventPattern, rest = {}) =>
      new EventConsumer(this, id, { fn, reactsTo, bus, alarms, ...rest })
    consumer('Intake', takeInEvents, { source: Match.anythingBut(OWN_SOURCE) })
    consumer('MeetingChanges', keepCalendar, CALENDAR_FOLLOWS)
    consumer('BriefInputs', compileBrief, [
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
    ])
    // SES limits messages a second (1 in the sandbox, 14 at first after it): two at once stay below it.
    consumer('MailRequests', sendMail, ['MailRequested'], { concurrency: 2 })
    new EventConsumer(this, 'MailFate', { fn: trackMail, reactsTo: mail.fate, alarms })

    new CfnOutput(this, 'BusName', { value: bus.bus.eventBusName, description: 'Where other systems put events' })
    new CfnOutput(this, 'TableName', { value: table.name, description: 'Where every record is' })
  }
}
