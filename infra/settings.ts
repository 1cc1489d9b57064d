import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { Refusal } from './refusal.ts'

const Address = z.email({ error: ({ input }) => `${JSON.stringify(input)} is not an e-mail address` })

/** `-c secretariat=a@x.org,b@x.org` arrives as one string, `cdk.json` may hold an array. */
const Addresses = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',').map((address) => address.trim()) : value),
  z.array(Address, 'it is not a list of e-mail addresses').min(1, 'it names no address'),
)

const LONGEST_NAME = 100

/** Line breaks, other controls and marks that turn the direction of text; joiners of letters and words stay. */
const UNSEEN = /(?![\u{200b}-\u{200d}])[\p{C}\p{Zl}\p{Zp}]/u

/** What an administrator says once, as CDK context; everything else about a sector is in its sector file. */
export const Settings = z.object({
  /** As it stands in mail subjects and page headings. */
  sectorName: z
    .string('it is not text')
    .trim()
    .min(1, 'it is empty')
    .max(LONGEST_NAME, `it is longer than ${LONGEST_NAME} letters`)
    .refine((name) => !UNSEEN.test(name), 'it holds a line break or another character that nobody sees'),
  /** The one address that mail comes from; SES verifies it by a link sent there. */
  sender: Address,
  /** Who hears of alarms and holds the secretariat role from the first day. */
  secretariat: Addresses,
})
export type Settings = z.infer<typeof Settings>

const EXAMPLES: Record<keyof Settings, string> = {
  sectorName: '-c sectorName="UXO Sector Working Group"',
  sender: '-c sender=you@example.org',
  secretariat: '-c secretariat=you@example.org,colleague@example.org',
}

/** The context that the cdk command hands over, command line and cdk.json together; without it, cdk.json's own. */
export const givenContext = (): Readonly<Record<string, unknown>> =>
  process.env.CDK_CONTEXT_JSON === undefined
    ? JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8')).context
    : JSON.parse(process.env.CDK_CONTEXT_JSON)

/** CDK's own context keys and those of its libraries name their owner: `aws:cdk:…`, `@aws-cdk/core:…`. */
const isOfCdk = (key: string): boolean => /[:/]/.test(key)

/**
 * The settings in a CDK context.
 * @throws Refusal with one line a wrong setting: its name, what is wrong, how to give it; and one a name that is no setting's
 */
export const readSettings = (context: Readonly<Record<string, unknown>>): Settings => {
  const settings = Object.keys(EXAMPLES) as (keyof Settings)[]
  const strangers = Object.keys(context)
    .filter((key) => !isOfCdk(key) && !Object.hasOwn(EXAMPLES, key))
    .map((key) => `${JSON.stringify(key)} is no setting; there are ${settings.join(', ')}.`)
  const read = Settings.safeParse(context)
  if (read.success && strangers.length === 0) return read.data
  const wrong = settings.flatMap((setting) => {
    const issue = read.error?.issues.find(({ path }) => path[0] === setting)
    return issue === undefined ? [] : [line(setting, context[setting], issue.message)]
  })
  throw new Refusal([...strangers, ...wrong].join('\n'))
}

const line = (setting: keyof Settings, value: unknown, message: string): string => {
  const problem = value === undefined ? 'it is missing' : message
  return `Setting "${setting}": ${problem}. Give it as ${EXAMPLES[setting]} or under "context" in cdk.json.`
}
