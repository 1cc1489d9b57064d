import { join } from 'node:path'
import { type Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { FunctionName } from '#functions/names.ts'

export interface ServiceFunctionProps {
  readonly name: FunctionName
  /** The folder with one bundled asset a function. */
  readonly assets: string
  /** MB; CPU grows with it (one vCPU at 1,769 MB). */
  readonly memory: number
  readonly timeout: Duration
  readonly environment?: Record<string, string>
}

/**
 * One bundled function with a role and a log group of its own. The role may write that log and nothing else: every
 * further permission is granted by the construct that owns the resource, together with the variable that names it.
 * Logs go with the stack; they hold no records, the audit trail is in the table.
 */
export class ServiceFunction extends LambdaFunction {
  constructor(scope: Construct, id: string, { name, assets, memory, timeout, environment }: ServiceFunctionProps) {
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    super(scope, id, {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.X86_64,
      code: Code.fromAsset(join(assets, name)),
      handler: 'handler.handler',
      memorySize: memory,
      timeout,
      role,
      logGroup,
      environment: { POWERTOOLS_SERVICE_NAME: name, ...environment },
    })
    logGroup.grantWrite(role)
  }
}
