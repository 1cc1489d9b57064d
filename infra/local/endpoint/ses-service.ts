import { randomUUID } from 'node:crypto'
import type { Activity } from '../activity.ts'
import type { Mailbox, Submission } from '../mail/mailbox.ts'
import { type AwsService, readBody } from './aws-endpoint.ts'
import { AwsError, answerXmlError } from './aws-error.ts'

/** SES takes messages of up to 10 MB; the call carries them base64- and form-encoded. */
const MESSAGE_LIMIT = 10 * 1024 * 1024
const CALL_LIMIT = 3 * MESSAGE_LIMIT

/** SES's SendRawEmail (the query protocol of its version 1). */
export const sesService =
  (mailbox: Mailbox, activity: Activity): AwsService =>
  async ({ caller, request, response }) => {
    const end = activity.begin()
    try {
      const form = new URLSearchParams((await readBody(request, CALL_LIMIT)).toString('latin1'))
      const action = form.get('Action')
      if (action !== 'SendRawEmail') {
        throw new AwsError('InvalidAction', `The local run knows of SES only SendRawEmail, not "${action}".`)
      }
      const messageId = await mailbox.send(submissionOf(form, caller))
      response.writeHead(200, { 'content-type': 'text/xml' })
      response.end(
        `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>${messageId}</MessageId>` +
          `</SendRawEmailResult><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></SendRawEmailResponse>`,
      )
    } catch (error) {
      answerXmlError(response, error)
    } finally {
      end()
    }
  }

const submissionOf = (form: URLSearchParams, caller: string): Submission => {
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64')
  if (raw.length === 0) throw new AwsError('InvalidParameterValue', 'RawMessage.Data is empty.')
  if (raw.length > MESSAGE_LIMIT)
    throw new AwsError(
      'InvalidParameterValue',
      `Message length is more than ${MESSAGE_LIMIT} bytes long: '${raw.length}'.`,
    )
  const source = form.get('Source')
  const configurationSet = form.get('ConfigurationSetName')
  return {
    raw,
    ...(source && { source: /<([^>]+)>/.exec(source)?.[1] ?? source }),
    ...(configurationSet && { configurationSet }),
    destinations: members(form, 'Destinations'),
    tags: Object.fromEntries(
      numbered(form, 'Tags').map((tag) => [form.get(`${tag}.Name`) ?? '', [form.get(`${tag}.Value`) ?? '']]),
    ),
    caller,
  }
}

/** The keys of a list in the query protocol: `Tags.member.1`, `Tags.member.2` … */
const numbered = (form: URLSearchParams, list: string): string[] => {
  const keys = [...form.keys()]
    .map((key) => new RegExp(`^${list}\\.member\\.\\d+`).exec(key)?.[0])
    .filter((key) => key !== undefined)
  return [...new Set(keys)]
}

const members = (form: URLSearchParams, list: string): string[] =>
  numbered(form, list).map((key) => form.get(key) ?? '')
