/**
 * Resource types that have no meaning on one machine, each with its reason. A type that is neither here nor among those that `stack.ts` makes is refused by name:
 * a resource the local run silently left out would first be missed in someone's account.
 */
export const IGNORED_TYPES: Readonly<Record<string, string>> = {
  'AWS::CDK::Metadata': 'tells the CDK team which constructs are in use',
  'AWS::CloudWatch::Alarm': 'the console shows what an alarm would report',
  'AWS::CloudWatch::CompositeAlarm': 'the console shows what an alarm would report',
  'AWS::CloudWatch::Dashboard': 'there are no metrics to draw',
  'AWS::Events::Archive': 'keeps events for a replay that an administrator starts on AWS',
  'AWS::IAM::ManagedPolicy': 'calls are not authorized here; the endpoint only knows who calls',
  'AWS::IAM::Policy': 'calls are not authorized here; the endpoint only knows who calls',
  'AWS::IAM::Role': 'calls are not authorized here; the endpoint only knows who calls',
  'AWS::Lambda::Permission': 'calls are not authorized here; the endpoint only knows who calls',
  'AWS::Logs::LogGroup': 'every function writes to one log file in the data folder',
  'AWS::Logs::MetricFilter': 'there are no metrics to count',
  'AWS::SNS::Subscription': 'the console shows what an operator would be mailed',
  'AWS::SNS::Topic': 'the console shows what an operator would be mailed',
  'AWS::SNS::TopicPolicy': 'calls are not authorized here; the endpoint only knows who calls',
  'AWS::SQS::QueuePolicy': 'calls are not authorized here; the endpoint only knows who calls',
}
