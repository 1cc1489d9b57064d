import type { ServerResponse } from 'node:http'

/** A call that is answered with an AWS-like error. `code` is the error's name as the SDK shows it. */
export class AwsError extends Error {
  override readonly name = 'AwsError'
  readonly code: string
  readonly status: number

  constructor(code: string, message: string, status = 400) {
    super(message)
    this.code = code
    this.status = status
  }
}

const toError = (error: unknown): AwsError =>
  error instanceof AwsError
    ? error
    : new AwsError('InternalFailure', error instanceof Error ? error.message : String(error), 500)

/** The error as services with the JSON protocol answer it. */
export const answerJsonError = (response: ServerResponse, error: unknown): void => {
  const { code, message, status } = toError(error)
  const body = JSON.stringify({ __type: code, message })
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': code })
  response.end(body)
}

/** The error as services with the query protocol answer it. */
export const answerXmlError = (response: ServerResponse, error: unknown): void => {
  const { code, message, status } = toError(error)
  const type = status < 500 ? 'Sender' : 'Receiver'
  const body = `<ErrorResponse><Error><Type>${type}</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error></ErrorResponse>`
  response.writeHead(status, { 'content-type': 'text/xml' })
  response.end(body)
}

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
