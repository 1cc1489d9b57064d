import { createServer, type IncomingMessage, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'

/** A call as the store saw it: times in milliseconds, from the arrival of the request to the end of the answer. */
export interface StoreCall {
  /** `GetItem`, `Query`, … */
  readonly operation: string
  readonly input: unknown
  readonly start: number
  readonly end: number
}

/** Every answer is held back for so many milliseconds, so that calls made side by side are seen side by side. */
const HELD_BACK = 40

/** Stands in front of the store and writes down each call. */
export class StoreRecorder {
  calls: StoreCall[] = []
  readonly #server: Server

  constructor(storeUrl: string) {
    this.#server = createServer(async (incoming, answer) => {
      const start = performance.now()
      const body = await buffer(incoming)
      const forwarded = await forward(storeUrl, incoming, body)
      await delay(HELD_BACK)
      answer.writeHead(forwarded.statusCode ?? 500, forwarded.headers).end(await buffer(forwarded))
      const operation = String(incoming.headers['x-amz-target']).split('.')[1] ?? ''
      this.calls.push({ operation, input: JSON.parse(body.toString()), start, end: performance.now() })
    })
  }

  /** @returns its address, which takes the store's place */
  listen(): Promise<string> {
    return new Promise((resolve) => {
      this.#server.listen(0, '127.0.0.1', () =>
        resolve(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`),
      )
    })
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }
}

const forward = (storeUrl: string, { method, headers }: IncomingMessage, body: Buffer): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request(storeUrl, { method, headers, agent: false }, resolve).once('error', reject).end(body)
  })
