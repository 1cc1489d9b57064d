import * as z from 'zod'
import { Refusal } from './refusal.ts'

const Address = z.email({ error: ({ input }) => `${JSON.stringify(input)} is not an e-mail address` })

/** `-c secretariat=a@x.org,b@x.org` arrives as one string, `cdk.json` may hold an array. */
const Addresses = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',').map((address) => address.trim()) : value),
  z.array(Address, 'it is not a list of e-mail addresses').min(1, 'it names no address'),
)

/** What an administrator says once, as CDK context; everything else about a sector is in its sector file. */
export const Settings = z.object({
  /** As it stands in mail subjects and page headings. */
  sectorName: z.string('it is not text').trim().min(1, 'it is empty'),
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

/**
 * The settings in a CDK context.
 * @param lookUp looks one context key up, as `app.node.tryGetContext` does
 * @throws Refusal with one line a wrong setting: its name, what is wrong, how to give it
 */
export const readSettings = (lookUp: (key: string) => unknown): Settings => {
  const given = Object.fromEntries(Object.keys(EXAMPLES).map((key) => [key, lookUp(key)]))
  const read = Settings.safeParse(given)
  if (read.success) return read.data
  const wrong = (Object.keys(EXAMPLES) as (keyof Settings)[]).flatMap((setting) => {
    const issue = read.error.issues.find(({ path }) => path[0] === setting)
    return issue === undefined ? [] : [line(setting, given[setting], issue.message)]
  })
  throw new Refusal(wrong.join('\n'))
}

const line = (setting: keyof Settings, value: unknown, message: string): string => {
  const problem = value === undefined ? 'it is missing' : message
  return `Setting "${setting}": ${problem}. Give it as ${EXAMPLES[setting]} or under "context" in cdk.json.`
}
