import { parseArgs } from 'node:util'
import { Refusal } from '#infra/refusal.ts'

export const USAGE = `Plays the calendar of a sample sector over some days and writes down everything that was sent.

  npm run rehearse -- --from 2026-01-01 --to 2026-12-31 [--contributions FILE.csv ...] [--out DIR]

  --from DAY             first day, local; the system is activated on it
  --to DAY               last day, local, included; at most ten years later
  --contributions FILE   yearly tables that replace the sample ledger; may be given several times
  --out DIR              where mail/, briefs/, timeline.md and summary.json go (default rehearsal)
  --faults               every hour comes twice, and the calendar is killed after some of its writes: what is sent stays the same
  --help                 this text`

export interface RehearsalOptions {
  readonly help: boolean
  readonly from: string
  readonly to: string
  readonly contributions: readonly string[]
  readonly out: string
  readonly faults: boolean
}

/** The sample sector has no deadlines, holidays or time zone rules to speak of before and after these. */
const [EARLIEST, LATEST] = ['2000-01-01', '2099-12-31']
const MOST_YEARS = 10

/** @throws Refusal in one line for what is unknown, missing or malformed */
export const readOptions = (args: readonly string[]): RehearsalOptions => {
  const { values, positionals } = parse(args)
  const { help, out, faults } = values
  if (help) return { help, from: '', to: '', contributions: [], out, faults }
  const [from, to] = [day('--from', values.from), day('--to', values.to)]
  if (from > to) throw new Refusal(`--from ${from} comes after --to ${to}.`)
  const beyond = `${Number(from.slice(0, 4)) + MOST_YEARS}${from.slice(4)}`
  if (to >= beyond) throw new Refusal(`A rehearsal takes at most ${MOST_YEARS} years: choose a --to before ${beyond}.`)
  if (positionals.length > 0 && values.contributions === undefined) {
    throw new Refusal(`"${positionals[0]}" is not an option; --help lists them.`)
  }
  return { help, from, to, contributions: [...(values.contributions ?? []), ...positionals], out, faults }
}

/** `--contributions a.csv b.csv` is taken as `--contributions a.csv --contributions b.csv`. */
const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        contributions: { type: 'string', multiple: true },
        out: { type: 'string', default: 'rehearsal' },
        faults: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    const [sentence] = error instanceof Error ? error.message.split('. ') : [String(error)]
    throw new Refusal(`${sentence}; --help lists the options.`)
  }
}

const day = (option: string, text: string | undefined): string => {
  if (text === undefined) throw new Refusal(`${option} is missing: give a day such as ${option} 2026-01-01.`)
  const read = new Date(`${text}T00:00:00Z`)
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(read.getTime()) || !read.toISOString().startsWith(text)) {
    throw new Refusal(`${option} takes a day such as 2026-01-01, not "${text}".`)
  }
  if (text < EARLIEST || text > LATEST)
    throw new Refusal(`${option} takes a day from ${EARLIEST} to ${LATEST}, not ${text}.`)
  return text
}
