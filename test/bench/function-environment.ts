/** What the functions read from their environment; those that need less ignore the rest. Nothing here exists. */
export const functionEnvironment = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  TABLE_NAME: 'bench',
  BUS_NAME: 'bench',
  SECTOR_NAME: 'Bench',
  SECRETARIAT_ADDRESSES: 'secretariat@bench.example',
  SENDER_ADDRESS: 'sender@bench.example',
  CONFIGURATION_SET: 'bench',
  WEB_URL: 'https://bench.example',
}
