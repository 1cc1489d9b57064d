import type { PlainDate } from '#shared/domain/dates.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import { spellEntry } from '#shared/domain/ledger/entries.ts'
import { readDayInFile } from '#shared/domain/ledger/import/day-in-file.ts'
import type { NewContribution } from '#shared/domain/ledger/new-contribution.ts'
import { readContribution, type TypedContribution } from '#shared/domain/ledger/read-contribution.ts'
import type { MovementField, TypedMovement } from '#shared/domain/ledger/read-movement.ts'
import { spellPillars } from '#shared/domain/ledger/read-pillars.ts'
import { isPlain } from '#shared/domain/plain-words.ts'
import { ContributionRecordedIn } from './contribution-recorded.ts'
import { structureMistakes, valueAt } from './structure-mistakes.ts'

/** The id under which a sender's contribution is recorded. */
export const contributionIdOf = (source: string, id: string): string => fingerprint(source, id).slice(0, 32)

/**
 * The contribution that a sender means, or every reason why it cannot be taken in: `data.movements.0.usd: …`. Its structure is
 * checked by the schema, what its texts say by the reader of forms and files, whose words its reasons are.
 * What it passes on, where that can be read, comes with the reasons: it can be looked up beside them.
 * @param source of the event
 * @param today nothing can have been paid after it
 */
export const readContributionRecorded = (
  detail: unknown,
  source: string,
  sector: Parameters<typeof readContribution>[1],
  today: PlainDate,
): { readonly contribution: NewContribution } | { readonly reasons: readonly string[]; readonly parent: string } => {
  const parsed = ContributionRecordedIn.safeParse(detail)
  const structure = parsed.success ? [] : structureMistakes(parsed.error.issues, detail)
  if (!isObject(valueAt(detail, ['data'])))
    return { reasons: structure.map((one) => reasonOf(one, detail)), parent: '' }
  const read = readContribution(typedFrom(detail, source), sector, today, { dayIn: readDayInFile })
  const mistakes =
    'mistakes' in read ? read.mistakes.map(({ field, message }) => ({ path: pathOf(field), message })) : []
  if (parsed.success && 'contribution' in read) return read
  const byPath = new Map<string, string>()
  for (const { path, message } of [
    ...structure.filter(({ unreadable }) => unreadable),
    // What holds a part that is not built as it should be is not read as a whole either.
    ...mistakes.filter(({ path }) => !structure.some((part) => part.path.startsWith(`${path}.`))),
    ...structure.filter(({ unreadable }) => !unreadable),
  ]) {
    if (!byPath.has(path)) byPath.set(path, message)
  }
  const { parent } = 'mistakes' in read ? read : read.contribution.contribution
  return {
    reasons: [...byPath].map(([path, message]) => reasonOf({ path, message }, detail)),
    parent: byPath.has('data.parent') ? '' : parent,
  }
}

const LONGEST_GIVEN = 60

/** Where, what is wrong, what to do, and what was given where the words do not say it and it can be shown. */
export const reasonOf = ({ path, message }: { path: string; message: string }, detail: unknown): string => {
  const value = valueAt(detail, path.split('.'))
  const given = typeof value === 'string' ? value.trim() : JSON.stringify(value)
  const told =
    !given ||
    typeof value === 'object' ||
    !isPlain(given) ||
    ['“', ' '].some((before) => message.includes(before + given))
  return `${path}: ${message}${told ? '' : ` (given: “${given.slice(0, LONGEST_GIVEN)}”)`}`
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What the event holds as a form would; what is of another kind than text reads as empty. */
const typedFrom = (detail: unknown, source: string): TypedContribution => {
  const data = (...path: readonly PropertyKey[]): unknown => valueAt(detail, ['data', ...path])
  const text = (...path: readonly PropertyKey[]): string => {
    const value = data(...path)
    return typeof value === 'string' ? value : ''
  }
  const list = (...path: readonly PropertyKey[]): string[] =>
    listOf(data(...path)).filter((entry) => typeof entry === 'string')
  const entries = (field: string): string =>
    list(field)
      .map((entry) => spellEntry(entry))
      .join('; ')
  const parent = text('parent').trim()
  return {
    facts: {
      donor: text('donor'),
      title: text('title'),
      recipient: text('recipient'),
      implementers: entries('implementers'),
      form: text('form'),
      pillars: spellPillars(
        Array.isArray(data('pillars'))
          ? listOf(data('pillars')).map((_, index) => ({
              pillar: text('pillars', index, 'pillar').trim(),
              percent: Number(data('pillars', index, 'percent')),
            }))
          : { notDisaggregated: list('pillars', 'notDisaggregated').map((name) => name.trim()) },
      ),
      provinces: entries('provinces'),
      earmarking: text('earmarking'),
      reference: text('reference'),
      evidence: text('evidence'),
      parent: parent === '' ? '' : contributionIdOf(source, parent),
      source: text('source'),
      note: text('note'),
    },
    total: '',
    movements: listOf(data('movements')).map((_, index) =>
      typedMovement((...path) => text('movements', index, ...path)),
    ),
  }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Where the event holds what a field of the form does. */
const PLACES = {
  type: ['type'],
  date: ['date'],
  amount: ['amount'],
  currency: ['currency'],
  usd: ['usd'],
  rate: ['usdRate', 'rate'],
  rate_direction: ['usdRate', 'direction'],
  rate_source: ['usdRate', 'source'],
  rate_date: ['usdRate', 'date'],
} as const satisfies Record<MovementField, readonly string[]>

const typedMovement = (text: (...path: readonly string[]) => string): TypedMovement => {
  const typed = Object.fromEntries(Object.entries(PLACES).map(([field, place]) => [field, text(...place)]))
  const { date = '' } = typed
  const yearAlone = text('precision') === 'year' && /^\d{4}-/.test(date)
  return { ...(typed as Record<MovementField, string>), date: yearAlone ? date.slice(0, 4) : date }
}

/** `movements.0.rate` → `data.movements.0.usdRate.rate` */
const pathOf = (field: string): string => {
  const [group = '', index, own] = field.split('.')
  return [
    'data',
    group,
    ...(index === undefined ? [] : [index]),
    ...(own === undefined ? [] : PLACES[own as MovementField]),
  ].join('.')
}
