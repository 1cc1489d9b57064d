import { setTimeout as delay } from 'node:timers/promises'
import * as z from 'zod'
import type { Clock } from '../clock.ts'
import type { LocalFunction } from '../functions/local-function.ts'
import { retryDelay } from '../queues/retry-delay.ts'
import type { MappingProperties } from '../template/properties/compute.ts'
import type { StreamRecord } from './shard-reader.ts'

const BatchResponse = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish() })

/** Seconds; the longest wait between two attempts. */
const LONGEST_WAIT = 30

/** Virtual time stands still between attempts: what failed this often would fail for ever. */
const VIRTUAL_ATTEMPTS = 10

export interface StreamDeliveryProps {
  readonly mapping: MappingProperties
  readonly consumer: LocalFunction
  readonly region: string
  readonly clock: Clock
  readonly stopping: AbortSignal
  /** These records were dealt with. */
  readonly accepted: (records: readonly StreamRecord[]) => void
  /** These records failed for good, after so many attempts. */
  readonly givenUp: (records: readonly StreamRecord[], attempts: number) => void
}

/** Brings batches of records to the function in order, one after the other: a record that fails holds up those behind it. */
export class StreamDelivery {
  readonly #props: StreamDeliveryProps
  readonly #attempts: number

  constructor(props: StreamDeliveryProps) {
    this.#props = props
    const attempts = props.mapping.MaximumRetryAttempts + 1
    this.#attempts = props.clock.virtual ? Math.min(attempts, VIRTUAL_ATTEMPTS) : attempts
  }

  /** Returns when every record was accepted or given up, or the system stops. */
  async deliver(batch: readonly StreamRecord[]): Promise<void> {
    let rest = batch
    for (let attempt = 1; rest.length > 0 && !this.#props.stopping.aborted; attempt += 1) {
      const failed = await this.#unaccepted(rest)
      if (failed.length < rest.length) {
        this.#props.accepted(rest.slice(0, rest.length - failed.length))
        attempt = 1
      }
      rest = failed
      if (rest.length === 0 || this.#props.stopping.aborted) return
      if (this.#props.mapping.BisectBatchOnFunctionError && rest.length > 1) {
        const half = Math.ceil(rest.length / 2)
        await this.deliver(rest.slice(0, half))
        return this.deliver(rest.slice(half))
      }
      if (attempt >= this.#attempts) return this.#props.givenUp(rest, attempt)
      await this.#wait(attempt)
    }
  }

  /** The records from the first failed one on. */
  async #unaccepted(records: readonly StreamRecord[]): Promise<readonly StreamRecord[]> {
    const { mapping, consumer } = this.#props
    const outcome = await consumer.invoke({ Records: records.map((record) => this.#asLambdaGivesIt(record)) })
    if ('failure' in outcome) return records
    if (mapping.FunctionResponseTypes.length === 0) return []
    const parsed = BatchResponse.nullish().safeParse(outcome.result)
    if (!parsed.success) return records
    const named = (parsed.data?.batchItemFailures ?? []).map((item) => item.itemIdentifier)
    if (named.length === 0) return []
    const sent = records.map((record) => record.dynamodb.SequenceNumber)
    if (!named.every((sequence) => sent.includes(sequence))) return records
    return records.slice(Math.min(...named.map((sequence) => sent.indexOf(sequence))))
  }

  #asLambdaGivesIt(record: StreamRecord): object {
    const { clock, mapping, region } = this.#props
    const created = clock.virtual ? { ApproximateCreationDateTime: Math.floor(clock.now() / 1000) } : {}
    return {
      ...record,
      awsRegion: region,
      eventSourceARN: mapping.EventSourceArn,
      dynamodb: { ...record.dynamodb, ...created },
    }
  }

  async #wait(failures: number): Promise<void> {
    if (this.#props.clock.virtual) return
    await delay(retryDelay(failures, LONGEST_WAIT) * 1000, undefined, { signal: this.#props.stopping }).catch(() => {})
  }
}
