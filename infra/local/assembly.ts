import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Writable } from 'node:stream'
import { Refusal } from '#infra/refusal.ts'
import type { Activity } from './activity.ts'
import type { Clock } from './clock.ts'
import type { DataFolder } from './durable/data-folder.ts'
import type { DurableState } from './durable/durable-state.ts'
import type { DynamoService } from './dynamodb/dynamo-service.ts'
import { ensureTable } from './dynamodb/tables.ts'
import type { AwsService } from './endpoint/aws-endpoint.ts'
import { dynamodbService } from './endpoint/dynamodb-service.ts'
import { eventsService } from './endpoint/events-service.ts'
import { sesService } from './endpoint/ses-service.ts'
import { EventBuses } from './events/event-bus.ts'
import { Functions } from './functions/functions.ts'
import { Mailbox } from './mail/mailbox.ts'
import { asynchronousInvocation } from './queues/asynchronous-invocation.ts'
import { queueMapping } from './queues/queue-mapping.ts'
import { Queues } from './queues/queues.ts'
import { HourlySchedule } from './schedule.ts'
import { StreamMapping } from './stream/stream-mapping.ts'
import type { LocalOptions } from './system.ts'
import type { LocalStack } from './template/stack.ts'
import { webEndpoint } from './web/web-endpoint.ts'

export interface AssemblyProps {
  readonly stack: LocalStack
  /** The template's folder. */
  readonly directory: string
  readonly folder: DataFolder
  readonly state: DurableState
  readonly log: Writable
  readonly service: DynamoService
  readonly clock: Clock
  readonly activity: Activity
  readonly report: (line: string) => void
  readonly killAfterWrite: LocalOptions['killAfterWrite']
}

/** The one of a kind that the local run needs. @throws Refusal when there are more or none. */
const only = <T>(kind: string, all: readonly T[]): T => {
  const [one, ...others] = all
  if (!one || others.length > 0)
    throw new Refusal(`The local run needs exactly one ${kind} in the template and found ${all.length}.`)
  return one
}

/** Wires a stack's resources to each other as the template says. Nothing is delivered before `start`. */
export const assemble = async (props: AssemblyProps) => {
  const { stack, state, service, clock, activity, report } = props
  const functions = new Functions(props)
  const queues = new Queues(props)
  const buses = new EventBuses(stack, queues, clock)
  const mailbox = new Mailbox({ folder: props.folder.mail, stack, state, queues, buses, clock })
  const table = only('table', [...stack.of('AWS::DynamoDB::Table'), ...stack.of('AWS::DynamoDB::GlobalTable')])
  const streamArn = await ensureTable(service, table.name, table.properties)

  const streams: StreamMapping[] = []
  const fed = new Set<string>()
  for (const mapping of stack.of('AWS::Lambda::EventSourceMapping')) {
    if (!mapping.properties.Enabled) continue
    const consumer = functions.find(mapping.properties.FunctionName)
    if (mapping.properties.EventSourceArn === `${table.arn}/stream/local`) {
      if (!streamArn) throw new Refusal(`${mapping.logicalId} reads the stream of ${table.logicalId}, which has none.`)
      streams.push(new StreamMapping({ ...props, mapping, consumer, streamArn, queues }))
    } else {
      const delivery = queueMapping(mapping, consumer, stack, queues)
      fed.add(delivery.queue)
      queues.consume(delivery)
    }
  }
  const scheduled = only('schedule', stack.of('AWS::Scheduler::Schedule'))
  const schedule = new HourlySchedule(scheduled, functions, state, queues)
  queues.consume(asynchronousInvocation(functions.find(scheduled.properties.Target.Arn), stack, queues, clock))

  const wakeStreams = () => {
    for (const stream of streams) stream.wake()
  }
  const written = (caller: string) => {
    wakeStreams()
    const writer = functions.calling(caller)
    if (writer && props.killAfterWrite?.(writer.name)) writer.kill()
  }
  const handle = webEndpoint(stack, functions, clock, report)
  const services: Record<string, AwsService> = {
    dynamodb: dynamodbService(service, activity, written),
    events: eventsService(buses, queues, activity),
    ses: sesService(mailbox, activity),
  }
  let watch: NodeJS.Timeout | undefined
  return {
    tableName: table.name,
    busName: only('event bus', stack.of('AWS::Events::EventBus')).name,
    services,
    mailbox,
    schedule,
    answerWeb: (request: IncomingMessage, response: ServerResponse) => {
      handle(request, response).catch((error) => {
        report(`The web endpoint failed: ${error instanceof Error ? error.stack : error}`)
        response.destroy()
      })
    },
    /** Messages on queues that feed no function: there is nothing else that such a queue is for. */
    deadLetters: () =>
      stack
        .of('AWS::SQS::Queue')
        .filter((queue) => !fed.has(queue.name))
        .flatMap(({ name }) => state.messages(name).map(({ id, body }) => ({ queue: name, id, body }))),
    /** Hands out what an earlier process left, and in real time looks for writes that came past the endpoint, from a database tool for instance. */
    start: () => {
      queues.start()
      wakeStreams()
      if (!clock.virtual) watch = setInterval(wakeStreams, 1000)
    },
    stop: async (grace: number) => {
      clearInterval(watch)
      queues.stop()
      for (const stream of streams) stream.stop()
      await functions.stop(grace)
    },
  }
}
