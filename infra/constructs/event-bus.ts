import { Duration } from 'aws-cdk-lib'
import { EventBus, Match } from 'aws-cdk-lib/aws-events'
import { Construct } from 'constructs'
import type { ServiceFunction } from './service-function.ts'

/**
 * The bus that carries this system's events and those other systems of the account put on it (by their own IAM
 * permission; the bus has no policy that lets another account in). Everything on it is kept for replay a little longer
 * than a reporting year.
 */
export class SectorBus extends Construct {
  readonly bus: EventBus

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.bus = new EventBus(this, 'Resource', { description: 'Events of the sector secretariat' })
    this.bus.archive('Archive', { eventPattern: { source: Match.prefix('') }, retention: Duration.days(400) })
  }

  /** Permits `fn` to publish and sets BUS_NAME. */
  allowPublish(fn: ServiceFunction): void {
    this.bus.grantPutEventsTo(fn)
    fn.addEnvironment('BUS_NAME', this.bus.eventBusName)
  }
}
