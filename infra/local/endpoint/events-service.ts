import * as z from 'zod'
import type { Activity } from '../activity.ts'
import type { EventBuses } from '../events/event-bus.ts'
import type { Queues } from '../queues/queues.ts'
import { type AwsService, readBody } from './aws-endpoint.ts'
import { AwsError, answerJsonError } from './aws-error.ts'

/** Bytes of all entries of one PutEvents call together. */
const LIMIT = 256 * 1024

const PutEvents = z.object({
  Entries: z
    .array(
      z.object({
        Source: z.string().optional(),
        DetailType: z.string().optional(),
        Detail: z.string().optional(),
        EventBusName: z.string().optional(),
        Resources: z.array(z.string()).optional(),
        /** Seconds since 1970. */
        Time: z.number().optional(),
      }),
    )
    .min(1)
    .max(10),
})
type PutEventsEntry = z.infer<typeof PutEvents>['Entries'][number]

/** EventBridge's PutEvents: each entry is accepted or refused by itself; the answer is given when what was accepted is on its queues. */
export const eventsService =
  (buses: EventBuses, queues: Queues, activity: Activity): AwsService =>
  async ({ request, response }) => {
    const end = activity.begin()
    try {
      const operation = String(request.headers['x-amz-target'] ?? '')
      if (operation !== 'AWSEvents.PutEvents') {
        throw new AwsError(
          'UnknownOperationException',
          `The local run knows of EventBridge only PutEvents, not "${operation}".`,
        )
      }
      const parsed = PutEvents.safeParse(JSON.parse((await readBody(request, 2 * LIMIT)).toString('utf8')))
      if (!parsed.success) throw new AwsError('ValidationException', z.prettifyError(parsed.error))
      const size = parsed.data.Entries.reduce((sum, entry) => sum + sizeOf(entry), 0)
      if (size > LIMIT)
        throw new AwsError('ValidationException', 'Total size of the entries in the request is over the limit.')
      const answers = parsed.data.Entries.map((entry) => accept(entry, buses))
      const facts = answers.flatMap((one) => ('facts' in one ? one.facts : []))
      if (facts.length > 0) queues.store(facts)
      const entries = answers.map((one) => ('id' in one ? { EventId: one.id } : one))
      const failed = entries.filter((entry) => 'ErrorCode' in entry).length
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' })
      response.end(JSON.stringify({ FailedEntryCount: failed, Entries: entries }))
    } catch (error) {
      answerJsonError(
        response,
        error instanceof SyntaxError ? new AwsError('SerializationException', error.message) : error,
      )
    } finally {
      end()
    }
  }

/** How EventBridge counts: 14 bytes for the time, and the UTF-8 length of every text. */
const sizeOf = (entry: PutEventsEntry): number =>
  [entry.Source, entry.DetailType, entry.Detail, ...(entry.Resources ?? [])].reduce(
    (sum, text) => sum + Buffer.byteLength(text ?? ''),
    entry.Time === undefined ? 0 : 14,
  )

const refusal = (ErrorCode: string, ErrorMessage: string) => ({ ErrorCode, ErrorMessage })

const accept = (entry: PutEventsEntry, buses: EventBuses) => {
  const { Source: source, DetailType: detailType } = entry
  if (!source)
    return refusal('InvalidArgument', 'Parameter Source is not valid. Reason: Source is a required argument.')
  if (source.startsWith('aws.')) return refusal('NotAuthorizedForSourceException', 'Not authorized for the source.')
  if (!detailType)
    return refusal('InvalidArgument', 'Parameter DetailType is not valid. Reason: DetailType is a required argument.')
  if (!entry.Detail)
    return refusal('InvalidArgument', 'Parameter Detail is not valid. Reason: Detail is a required argument.')
  const detail = parseDetail(entry.Detail)
  if (!detail) return refusal('MalformedDetail', 'Detail is malformed.')
  const bus = buses.busName(entry.EventBusName ?? 'default')
  if (bus === undefined) return refusal('ResourceNotFoundException', `Event bus ${entry.EventBusName} does not exist.`)
  return buses.route(bus, {
    source,
    detailType,
    detail,
    ...(entry.Resources && { resources: entry.Resources }),
    ...(entry.Time !== undefined && { time: entry.Time * 1000 }),
  })
}

const parseDetail = (text: string): Record<string, unknown> | undefined => {
  try {
    return z.record(z.string(), z.unknown()).safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
