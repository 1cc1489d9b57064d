import { CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { OperatorAlarms } from './operator-alarms.ts'
import type { ServiceFunction } from './service-function.ts'

export interface WebEndpointProps {
  readonly fn: ServiceFunction
  readonly alarms: OperatorAlarms
}

/** No address, no path, no query: a path can carry a sign-in token and an address is personal data. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  method: '$context.httpMethod',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  integrationError: '$context.integrationErrorMessage',
}

/** The one public door: every request goes to the function, which decides what it may see. */
export class WebEndpoint extends Construct {
  /** Without a trailing slash. */
  readonly url: string

  constructor(scope: Construct, id: string, { fn, alarms }: WebEndpointProps) {
    super(scope, id)
    const api = new HttpApi(this, 'Api', {
      apiName: 'secretariat-pages',
      description: 'Pages of the sector secretariat',
      createDefaultStage: false,
      defaultIntegration: new HttpLambdaIntegration('Integration', fn),
    })
    const logGroup = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      // Some fifty people use it; far above them, far below a bill or the account's Lambda limit.
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    })
    this.url = api.apiEndpoint
    new CfnOutput(this, 'Url', { value: this.url, description: 'Address of the web pages' })
    alarms.raise(this, 'Errors', {
      metric: fn.metricErrors({ period: Duration.minutes(5) }),
      above: 0,
      periods: 2,
      says: 'Pages fail for people. Read the log of serve-web from the time of the alarm.',
      runbook: 'the web pages fail',
    })
    alarms.raise(this, 'Throttles', {
      metric: fn.metricThrottles({ period: Duration.minutes(5) }),
      above: 0,
      says: "Requests were refused because the account's Lambda concurrency is used up. Ask AWS to raise it.",
      runbook: 'the web pages fail',
    })
  }
}
