import type { IncomingMessage, ServerResponse } from 'node:http'
import { Refusal } from '#infra/refusal.ts'
import type { Clock } from '../clock.ts'
import { readBody } from '../endpoint/aws-endpoint.ts'
import { AwsError } from '../endpoint/aws-error.ts'
import type { Functions } from '../functions/functions.ts'
import type { LocalStack } from '../template/stack.ts'
import { httpEvent } from './http-event.ts'
import { answerResult, refuse } from './http-result.ts'

/** API Gateway takes no larger request. */
const LIMIT = 10 * 1024 * 1024

export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * The template's HTTP API as a request handler: its default route, the integration that serves it, the function behind that.
 * @throws Refusal when the template has not exactly one API with one route, or its parts do not fit together.
 */
export const webEndpoint = (
  stack: LocalStack,
  functions: Functions,
  clock: Clock,
  report: (line: string) => void,
): HttpHandler => {
  const [api, ...otherApis] = stack.of('AWS::ApiGatewayV2::Api')
  const [route, ...otherRoutes] = stack.of('AWS::ApiGatewayV2::Route')
  if (!api || !route || otherApis.length > 0 || otherRoutes.length > 0)
    throw new Refusal('The local run needs exactly one HTTP API with one route.')
  const integration = stack
    .of('AWS::ApiGatewayV2::Integration')
    .find((one) => route.properties.Target === `integrations/${one.name}`)
  if (!integration) throw new Refusal(`The route ${route.logicalId} leads to no integration of the template.`)
  if (stack.of('AWS::ApiGatewayV2::Stage').length !== 1)
    throw new Refusal('The HTTP API has not one stage, so nobody would reach it.')
  const handler = functions.find(integration.properties.IntegrationUri)
  return async (request, response) => {
    let body: Buffer
    try {
      body = await readBody(request, LIMIT)
    } catch (error) {
      if (!(error instanceof AwsError)) throw error
      response.setHeader('connection', 'close')
      return refuse(response, 413, 'Request Entity Too Large')
    }
    const outcome = await handler.invoke(httpEvent(request, body, api.name, stack.place, clock.now()))
    if ('failure' in outcome) return refuse(response, 500, 'Internal Server Error')
    const wrong = answerResult(response, outcome.result)
    if (wrong === undefined) return
    report(`${handler.name}: ${wrong}`)
    refuse(response, 500, 'Internal Server Error')
  }
}
