import type { Instant } from '#shared/domain/dates.ts'
import { spellAmount } from '#shared/domain/ledger/money.ts'
import { kindOf, type Movement, type MovementKind } from '#shared/domain/ledger/movement.ts'
import type { Sector } from '#shared/sector/schema.ts'

/** The part of the sector file that names who reports, and how the sector is coded. */
type Reporter = Pick<Sector, 'id' | 'name' | 'country' | 'provinces' | 'iati'>

/**
 * IATI 2.03 transaction types, as the first recipient sees its money: incoming pledge, incoming commitment, incoming funds.
 * What is passed on goes out: outgoing pledge, outgoing commitment, disbursement.
 */
const INCOMING: Record<MovementKind, string> = { pledge: '13', commitment: '11', disbursement: '1' }
const OUTGOING: Record<MovementKind, string> = { pledge: '12', commitment: '2', disbursement: '3' }

const PARTICIPATES = { funding: '1', extending: '3', implementing: '4' }
/** IATI ActivityDateType; an actual start does not lie in the future. */
const STARTS = { planned: '1', actual: '2' }
const IMPLEMENTATION = '2'
const PARENT = '1'
/** Sector vocabularies: OECD DAC five-digit codes; the reporting organisation's own, and its second. */
const [DAC, OWN, OWN_PILLARS] = ['1', '99', '98']

// Characters that XML 1.0 has no place for; whatever else is typed is escaped.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const HALF_PAIR = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
const xml = (text: string): string =>
  text
    .replace(CONTROL, '')
    .replace(HALF_PAIR, '')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')

const attributes = (named: Readonly<Record<string, string>>): string =>
  Object.entries(named)
    .map(([name, value]) => ` ${name}="${xml(value)}"`)
    .join('')
const element = (name: string, named: Readonly<Record<string, string>>, ...content: readonly string[]): string =>
  content.length === 0 ? `<${name}${attributes(named)}/>` : `<${name}${attributes(named)}>${content.join('')}</${name}>`
const narrative = (text: string): string => element('narrative', {}, xml(text))

interface About {
  readonly sector: Reporter
  readonly generated: Instant
  /** Who received first what is passed on, by contribution. */
  readonly firstRecipients: ReadonlyMap<string, string>
}

/**
 * Contributions as IATI activities (2.03), their movements as transactions; corrections are transactions with a minus.
 * The order of elements is the schema's.
 * @param movements those of one contribution stand together; at least one
 */
export const ledgerIati = (movements: readonly Movement[], about: About): Uint8Array => {
  const activities: Movement[][] = []
  for (const movement of movements) {
    const current = activities.at(-1)
    if (current?.[0]?.contribution === movement.contribution) current.push(movement)
    else activities.push([movement])
  }
  const body = element(
    'iati-activities',
    { version: '2.03', 'generated-datetime': about.generated },
    ...activities.map((of) => `\n${activity(of, about)}`),
    '\n',
  )
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`, 'utf8')
}

const identifierOf = (contribution: string, { iati }: Reporter): string => `${iati.reference}-${contribution}`

const activity = (of: readonly Movement[], { sector, firstRecipients, generated }: About): string => {
  // The latest facts: what was corrected stands in the movements that were recorded last.
  const last = of.toSorted((a, b) => a.seq - b.seq).at(-1) as Movement
  const { contribution, donor, recipient, title, reference, source, parent, provinces, implementers } = last
  const { iati, country, name } = sector
  const started = of.map(({ date }) => date).toSorted()[0] ?? last.date
  const passedOnBy =
    parent === '' ? undefined : firstRecipients.get(parent) || `First recipient of ${donor.name}, not named`
  const provider =
    passedOnBy === undefined
      ? element('provider-org', {}, narrative(donor.name))
      : element('provider-org', { 'provider-activity-id': identifierOf(parent, sector) }, narrative(passedOnBy))
  const implementing = implementers.length > 0 ? implementers : recipient === '' ? [] : [recipient]
  return element(
    'iati-activity',
    { 'xml:lang': 'en', 'last-updated-datetime': last.recordedAt, 'default-currency': 'USD' },
    element('iati-identifier', {}, xml(identifierOf(contribution, sector))),
    element(
      'reporting-org',
      { ref: iati.reference, type: iati.organisationType, 'secondary-reporter': '1' },
      narrative(name),
    ),
    element('title', {}, narrative(title)),
    element('description', { type: '1' }, narrative(describe(last, passedOnBy))),
    element('participating-org', { role: PARTICIPATES.funding }, narrative(donor.name)),
    ...(passedOnBy === undefined
      ? []
      : [element('participating-org', { role: PARTICIPATES.extending }, narrative(passedOnBy))]),
    ...implementing.map((who) => element('participating-org', { role: PARTICIPATES.implementing }, narrative(who))),
    ...(reference === ''
      ? []
      : [element('other-identifier', { ref: reference, type: 'A1' }, element('owner-org', {}, narrative(donor.name)))]),
    element('activity-status', { code: IMPLEMENTATION }),
    element('activity-date', {
      type: started > generated.slice(0, 10) ? STARTS.planned : STARTS.actual,
      'iso-date': started,
    }),
    element('recipient-country', { code: country }),
    ...provinces.map((code) => element('location', {}, element('name', {}, narrative(provinceName(code, sector))))),
    element('sector', { vocabulary: DAC, code: iati.dacSector }),
    element('sector', { vocabulary: OWN, code: iati.ownSector.code }, narrative(iati.ownSector.name)),
    ...pillarSectors(last),
    ...of.map((movement) => transaction(movement, source, provider)),
    ...(parent === '' ? [] : [element('related-activity', { ref: identifierOf(parent, sector), type: PARENT })]),
  )
}

const provinceName = (code: string, { provinces }: Reporter): string =>
  provinces.find((province) => province.code === code)?.name ?? code

const describe = ({ donor, recipient, source, form }: Movement, passedOnBy: string | undefined): string => {
  const inKind = form === 'in-kind' ? ' in kind' : ''
  const gift = passedOnBy === undefined ? `Contribution${inKind} of ` : `Passed on${inKind} by ${passedOnBy}, given by `
  return `${gift}${donor.name}${recipient === '' ? '' : ` to ${recipient}`}, as stated by: ${source}.`
}

/** Percentages within a vocabulary add up to 100; without a split there is nothing to say. */
const pillarSectors = ({ pillars }: Movement): string[] =>
  Array.isArray(pillars)
    ? pillars.map(({ pillar, percent }) =>
        element('sector', { vocabulary: OWN_PILLARS, code: pillar, percentage: String(percent) }, narrative(pillar)),
      )
    : []

const transaction = (movement: Movement, source: string, provider: string): string => {
  const { amount, date, recipient, parent, reason, reverses } = movement
  const codes = parent === '' ? INCOMING : OUTGOING
  const said = reverses === undefined ? `As stated by: ${source}` : `Corrects an earlier transaction: ${reason ?? ''}`
  return element(
    'transaction',
    { ref: `${movement.contribution}-${movement.seq}` },
    element('transaction-type', { code: codes[kindOf(movement) ?? 'disbursement'] }),
    element('transaction-date', { 'iso-date': date }),
    element('value', { currency: amount.currency, 'value-date': date }, spellAmount(amount.minor, amount.currency)),
    element('description', {}, narrative(said)),
    provider,
    ...(recipient === '' ? [] : [element('receiver-org', {}, narrative(recipient))]),
  )
}
