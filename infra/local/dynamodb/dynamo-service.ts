import { Agent, request } from 'node:http'

/** Header that a store wants to see and that none checks: DynamoDB Local keeps one database a key and region, so every caller becomes the same one. */
export const LOCAL_CREDENTIAL = {
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  'x-amz-date': '20260101T000000Z',
}

/** A DynamoDB on this machine, by its address. Speaks the wire protocol directly: the SDK would cost each system 40 MB. */
export class DynamoService {
  readonly host: string
  readonly port: number
  readonly agent = new Agent({ keepAlive: true })

  constructor(url: string) {
    const { hostname, port } = new URL(url)
    this.host = hostname
    this.port = Number(port || 80)
  }

  /**
   * One call.
   * @param operation for instance `DynamoDB_20120810.CreateTable` or `DynamoDBStreams_20120810.GetRecords`.
   * @throws DynamoRefusal with the service's error type.
   */
  call(operation: string, input: unknown): Promise<unknown> {
    const body = Buffer.from(JSON.stringify(input))
    return new Promise((resolve, reject) => {
      const headers = {
        ...LOCAL_CREDENTIAL,
        'x-amz-target': operation,
        'content-type': 'application/x-amz-json-1.0',
        'content-length': body.length,
      }
      const call = request(
        { host: this.host, port: this.port, method: 'POST', agent: this.agent, headers },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', reject)
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8')
            if (response.statusCode === 200) resolve(JSON.parse(text))
            else reject(new DynamoRefusal(operation, text))
          })
        },
      )
      call.on('error', reject)
      call.end(body)
    })
  }

  close(): void {
    this.agent.destroy()
  }
}

/** An error the store answered; `code` is its type without the namespace. */
export class DynamoRefusal extends Error {
  override readonly name = 'DynamoRefusal'
  readonly code: string

  constructor(operation: string, answer: string) {
    const code = /"__type"\s*:\s*"(?:[^"#]*#)?([^"]+)"/.exec(answer)?.[1] ?? 'Unknown'
    super(`${operation}: ${answer.slice(0, 500)}`)
    this.code = code
  }
}
