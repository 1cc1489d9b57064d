import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import type { ServiceFunction } from './service-function.ts'

const { STRING } = AttributeType
const INDEXES = ['GSI1', 'GSI2']

/** What the record store does; a transaction needs the permission of each action in it. Nobody may scan. */
const READ = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query']
const WRITE = ['dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem']

/** The one table: every record, its events and the outbox. It outlives the stack, by three separate safeguards. */
export class RecordTable extends Construct {
  readonly #table: Table

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.#table = new Table(this, 'Resource', {
      partitionKey: { name: 'PK', type: STRING },
      sortKey: { name: 'SK', type: STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: 'expiresAt',
      stream: StreamViewType.NEW_IMAGE,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    for (const index of INDEXES) {
      this.#table.addGlobalSecondaryIndex({
        indexName: index,
        partitionKey: { name: `${index}PK`, type: STRING },
        sortKey: { name: `${index}SK`, type: STRING },
        projectionType: ProjectionType.ALL,
      })
    }
  }

  get name(): string {
    return this.#table.tableName
  }

  /** The stream that carries every change to the relay. */
  get streamArn(): string {
    // `stream` is set above, so the table has one.
    return this.#table.tableStreamArn as string
  }

  /**
   * Permits `fn` to use the records and sets TABLE_NAME.
   * @param access `clear-outbox` may only delete outbox items: the relay never touches a record
   */
  grantTo(fn: ServiceFunction, access: 'read-write' | 'clear-outbox'): void {
    const { tableArn } = this.#table
    fn.addEnvironment('TABLE_NAME', this.name)
    if (access === 'clear-outbox') {
      fn.addToRolePolicy(
        new PolicyStatement({
          actions: ['dynamodb:DeleteItem'],
          resources: [tableArn],
          conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['OUTBOX#*'] } },
        }),
      )
      return
    }
    fn.addToRolePolicy(new PolicyStatement({ actions: [...READ, ...WRITE], resources: [tableArn] }))
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:Query'],
        resources: INDEXES.map((index) => `${tableArn}/index/${index}`),
      }),
    )
  }
}
