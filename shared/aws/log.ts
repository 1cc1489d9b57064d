import { Logger } from '@aws-lambda-powertools/logger'

/** Structured log of a function. Ids and names of failures only: no payload, no address, no text that a person typed. */
export const log = new Logger()
