/** Every function of the system; a name is its folder here, its bundle in `dist/functions/` and its service name in the logs. */
export const FUNCTION_NAMES = [
  'serve-web',
  'relay-events',
  'take-in-events',
  'keep-calendar',
  'compile-brief',
  'send-mail',
  'track-mail',
] as const
export type FunctionName = (typeof FUNCTION_NAMES)[number]
