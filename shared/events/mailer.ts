/** One message to one address, ready on the wire. */
export interface OutgoingMail {
  readonly to: string
  /** The MIME message (RFC 5322), headers included. */
  readonly message: Uint8Array
  /** Comes back with every delivery event, so that a lost answer can be settled. */
  readonly mailId: string
}

/**
 * How a send ended: `sent`; `refused` for good; `throttled`, try later (certainly not sent);
 * `uncertain` when the answer was lost and the message may be on its way.
 */
export type SendResult =
  | { readonly outcome: 'sent'; readonly messageId: string }
  | { readonly outcome: 'refused' | 'throttled' | 'uncertain'; readonly reason: string }

/** The mail service, as use cases see it. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<SendResult>
}
