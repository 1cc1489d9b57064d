import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { AwsError, answerJsonError } from './aws-error.ts'

/** One AWS call, by who makes it. */
interface AwsCall {
  /** The access key id: `local-<function>` for a function of the stack. */
  readonly caller: string
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/** Answers the calls of one AWS service; it has answered when the promise is fulfilled. */
export type AwsService = (call: AwsCall) => Promise<void>

/** The credential scope of a signed request: `<access key id>/<date>/<region>/<service>/aws4_request`. The signature itself is not checked. */
const CREDENTIAL = /Credential=([^/,\s]+)\/\d+\/[^/,\s]+\/([^/,\s]+)\/aws4_request/

/** The one address that stands for every AWS service, as `AWS_ENDPOINT_URL` makes the SDK see it. */
export const awsEndpoint = (services: Readonly<Record<string, AwsService>>): Server => {
  const server = createServer((request, response) => {
    answer(services, request, response).catch((error) => {
      if (response.headersSent) response.destroy()
      else answerJsonError(response, error)
    })
  })
  // A client that finds its idle connection closed sends again, and a mail must not be sent twice for that.
  server.keepAliveTimeout = 0
  return server
}

const answer = async (
  services: Readonly<Record<string, AwsService>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const [, caller, name] = CREDENTIAL.exec(request.headers.authorization ?? '') ?? []
  if (caller === undefined || name === undefined) {
    throw new AwsError('MissingAuthenticationToken', 'The request is not signed; any access key will do here.', 403)
  }
  const service = services[name]
  if (!service) throw new AwsError('UnknownOperationException', `The local run has no AWS service "${name}".`, 404)
  await service({ caller, request, response })
}

/** The whole body of a request. @throws AwsError when it is larger than `limit` bytes. */
export const readBody = async (request: IncomingMessage, limit: number): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let length = 0
  // The connection stays, so that the refusal reaches who sent too much.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > limit) throw new AwsError('RequestEntityTooLarge', `The request is larger than ${limit} bytes.`, 413)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
