import * as z from 'zod'
import type { Position } from '../durable/entries.ts'
import { DynamoRefusal, type DynamoService } from '../dynamodb/dynamo-service.ts'

const StreamDescription = z.object({
  StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }),
})
const Iterator = z.object({ ShardIterator: z.string() })
const Records = z.object({
  Records: z.array(z.looseObject({ eventName: z.string(), dynamodb: z.looseObject({ SequenceNumber: z.string() }) })),
  NextShardIterator: z.string().nullish(),
})

/** A record of the table's stream, as the store gives it. */
export type StreamRecord = z.infer<typeof Records>['Records'][number]

/** Records that follow each other in one shard; none when everything was read. */
export interface Page {
  readonly shard: string
  readonly records: readonly StreamRecord[]
}

/** Lambda asks for no more than this at once. */
const PAGE = 1000

/** Reads a table's stream in order, from its beginning or after the record that was dealt with last. */
export class ShardReader {
  readonly #service: DynamoService
  readonly #stream: string
  #position: Position | undefined
  #shard: string | undefined
  #iterator: string | undefined

  constructor(service: DynamoService, streamArn: string, position: Position | undefined) {
    this.#service = service
    this.#stream = streamArn
    this.#position = position
    this.#shard = position?.shard
  }

  /** The next records; each is given once, unless the store forgot how far it gave them (it then answers from the last position). */
  async next(): Promise<Page> {
    for (;;) {
      this.#shard ??= (await this.#shards())[0]
      if (this.#shard === undefined) return { shard: '', records: [] }
      const page = await this.#page(this.#shard)
      const last = page.Records.at(-1)
      if (last) {
        this.#position = { shard: this.#shard, sequence: last.dynamodb.SequenceNumber }
        this.#iterator = page.NextShardIterator ?? undefined
        return { shard: this.#shard, records: page.Records }
      }
      this.#iterator = page.NextShardIterator ?? undefined
      if (this.#iterator !== undefined || !(await this.#enterNextShard())) return { shard: this.#shard, records: [] }
    }
  }

  async #page(shard: string): Promise<z.infer<typeof Records>> {
    const iterator = this.#iterator ?? (await this.#newIterator(shard))
    try {
      return Records.parse(await this.#call('GetRecords', { ShardIterator: iterator, Limit: PAGE }))
    } catch (error) {
      if (!(error instanceof DynamoRefusal) || error.code !== 'ExpiredIteratorException') throw error
      this.#iterator = undefined
      return this.#page(shard)
    }
  }

  async #newIterator(shard: string): Promise<string> {
    const after = this.#position?.shard === shard ? this.#position.sequence : undefined
    const start =
      after === undefined
        ? { ShardIteratorType: 'TRIM_HORIZON' }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after }
    const answer = await this.#call('GetShardIterator', { StreamArn: this.#stream, ShardId: shard, ...start })
    return Iterator.parse(answer).ShardIterator
  }

  async #enterNextShard(): Promise<boolean> {
    const shards = await this.#shards()
    const next = shards[shards.indexOf(this.#shard ?? '') + 1]
    if (next === undefined) return false
    this.#shard = next
    return true
  }

  async #shards(): Promise<string[]> {
    const answer = StreamDescription.parse(await this.#call('DescribeStream', { StreamArn: this.#stream }))
    return answer.StreamDescription.Shards.map((shard) => shard.ShardId)
  }

  #call(operation: string, input: unknown): Promise<unknown> {
    return this.#service.call(`DynamoDBStreams_20120810.${operation}`, input)
  }
}
