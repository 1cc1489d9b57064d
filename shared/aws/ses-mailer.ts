import { SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses'
import type { Mailer } from '#shared/events/mailer.ts'

/** SES's own words for "not now". Nothing was sent. */
const THROTTLED = new Set(['Throttling', 'ThrottlingException', 'TooManyRequestsException', 'LimitExceededException'])

/**
 * Sends through SES. The client never retries by itself: after a lost answer that would send twice.
 * The configuration set and the tag are parameters of the call, not headers, so no input can reach them.
 */
export const sesMailer = ({ sender, configurationSet }: { sender: string; configurationSet: string }): Mailer => {
  const client = new SESClient({ maxAttempts: 1 })
  return {
    async send({ to, message, mailId }) {
      try {
        const { MessageId } = await client.send(
          new SendRawEmailCommand({
            Source: sender,
            Destinations: [to],
            RawMessage: { Data: message },
            ConfigurationSetName: configurationSet,
            Tags: [{ Name: 'mail', Value: mailId }],
          }),
        )
        return MessageId === undefined
          ? { outcome: 'uncertain', reason: 'no message id' }
          : { outcome: 'sent', messageId: MessageId }
      } catch (error) {
        if (!(error instanceof SESServiceException)) return { outcome: 'uncertain', reason: nameOf(error) }
        if (THROTTLED.has(error.name)) return { outcome: 'throttled', reason: error.name }
        const status = error.$metadata.httpStatusCode ?? 500
        return { outcome: status >= 500 ? 'uncertain' : 'refused', reason: error.name }
      }
    },
  }
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown error')
