import { randomUUID } from 'node:crypto'
import { Refusal } from '#infra/refusal.ts'
import type { Activity } from '../activity.ts'
import type { Clock } from '../clock.ts'
import type { DurableState } from '../durable/durable-state.ts'
import type { DynamoService } from '../dynamodb/dynamo-service.ts'
import { compilePattern, type Matcher } from '../events/event-pattern.ts'
import type { LocalFunction } from '../functions/local-function.ts'
import { queueByArn } from '../queues/queue-mapping.ts'
import type { Queues } from '../queues/queues.ts'
import type { Deployed, LocalStack } from '../template/stack.ts'
import { ShardReader, type StreamRecord } from './shard-reader.ts'
import { StreamDelivery } from './stream-delivery.ts'

export interface StreamMappingProps {
  readonly mapping: Deployed<'AWS::Lambda::EventSourceMapping'>
  /** The stream's ARN in the store. */
  readonly streamArn: string
  readonly consumer: LocalFunction
  readonly stack: LocalStack
  readonly service: DynamoService
  readonly state: DurableState
  readonly queues: Queues
  readonly clock: Clock
  readonly activity: Activity
  readonly report: (line: string) => void
}

/** An event source mapping from the table's stream to a function. It reads when it is woken, until there is nothing more. */
export class StreamMapping {
  readonly #props: StreamMappingProps
  readonly #filters: readonly Matcher[]
  readonly #reader: ShardReader
  readonly #delivery: StreamDelivery
  readonly #stopping = new AbortController()
  #woken = false
  #running = false
  #shard = ''

  /** @throws Refusal for a mapping that would try a record for ever. */
  constructor(props: StreamMappingProps) {
    this.#props = props
    const { logicalId, properties } = props.mapping
    const destination = properties.DestinationConfig?.OnFailure.Destination
    if (!destination || properties.MaximumRetryAttempts < 0) {
      throw new Refusal(`${logicalId} reads a stream and needs MaximumRetryAttempts and a destination for what fails.`)
    }
    const deadLetters = queueByArn(props.stack, destination).name
    const filters = properties.FilterCriteria?.Filters ?? []
    this.#filters = filters.map((filter) => compilePattern(JSON.parse(filter.Pattern)))
    this.#reader = new ShardReader(props.service, props.streamArn, props.state.position(logicalId))
    this.#delivery = new StreamDelivery({
      mapping: properties,
      consumer: props.consumer,
      region: props.stack.place.region,
      clock: props.clock,
      stopping: this.#stopping.signal,
      accepted: (records) => this.#passed(records.at(-1)),
      givenUp: (records, attempts) => this.#park(records, attempts, deadLetters),
    })
  }

  /** A record may have been written. */
  wake(): void {
    this.#woken = true
    if (this.#running || this.#stopping.signal.aborted) return
    this.#running = true
    const end = this.#props.activity.begin()
    this.#run().then(end, (error) => {
      if (!this.#stopping.signal.aborted) this.#props.activity.fail(error)
      end()
    })
  }

  stop(): void {
    this.#stopping.abort()
  }

  async #run(): Promise<void> {
    while (this.#woken && !this.#stopping.signal.aborted) {
      this.#woken = false
      for (;;) {
        const { shard, records } = await this.#reader.next()
        if (records.length === 0) break
        this.#shard = shard
        await this.#deal(records)
        if (this.#stopping.signal.aborted) return
      }
    }
    this.#running = false
  }

  async #deal(records: readonly StreamRecord[]): Promise<void> {
    const wanted = records.filter((record) => this.#filters.length === 0 || this.#filters.some((fits) => fits(record)))
    const size = this.#props.mapping.properties.BatchSize ?? 100
    for (let start = 0; start < wanted.length; start += size)
      await this.#delivery.deliver(wanted.slice(start, start + size))
    if (!this.#stopping.signal.aborted && wanted.at(-1) !== records.at(-1)) this.#passed(records.at(-1))
  }

  #passed(record: StreamRecord | undefined): void {
    if (record) this.#props.queues.store([this.#readUpTo(record)])
  }

  #readUpTo(record: StreamRecord) {
    const position = { shard: this.#shard, sequence: record.dynamodb.SequenceNumber }
    return { fact: 'read', mapping: this.#props.mapping.logicalId, position } as const
  }

  /** The destination gets where the records are, not the records; so it is on AWS. */
  #park(records: readonly StreamRecord[], attempts: number, deadLetters: string): void {
    const [first, last] = [records[0], records.at(-1)]
    if (!first || !last) return
    const { mapping, consumer, queues, clock, report } = this.#props
    const note = {
      version: '1.0',
      timestamp: new Date(clock.now()).toISOString(),
      requestContext: {
        requestId: randomUUID(),
        functionArn: consumer.arn,
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: attempts,
      },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      DDBStreamBatchInfo: {
        shardId: this.#shard,
        startSequenceNumber: first.dynamodb.SequenceNumber,
        endSequenceNumber: last.dynamodb.SequenceNumber,
        batchSize: records.length,
        streamArn: mapping.properties.EventSourceArn,
      },
    }
    report(
      `${records.length} stream record(s) were given up after ${attempts} attempts by ${consumer.name}; see queue ${deadLetters}.`,
    )
    queues.store([queues.message(deadLetters, JSON.stringify(note)), this.#readUpTo(last)])
  }
}
