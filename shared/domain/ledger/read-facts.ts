import type { Sector } from '#shared/sector/schema.ts'
import { isPlain, isPlainText } from '../plain-words.ts'
import { provinceCalled } from '../province.ts'
import { type Said, say } from '../words/say.ts'
import { type ContributionFacts, ContributionForm, donorId, Earmarking, FundingSource } from './contribution.ts'
import { donorMistake } from './donor-name.ts'
import { type Entry, entriesOf, LONGEST_ENTRY, plainly } from './entries.ts'
import type { Mistake } from './read-movement.ts'
import { readPillars } from './read-pillars.ts'

/** The facts of a contribution as they are typed into a form or a file. Lists are separated by semicolons or lines. */
export const FACT_FIELDS = [
  'donor',
  'title',
  'recipient',
  'implementers',
  'form',
  'pillars',
  'provinces',
  'earmarking',
  'reference',
  'evidence',
  'parent',
  'source',
  'note',
] as const
export type FactField = (typeof FACT_FIELDS)[number]
export type TypedFacts = Readonly<Record<FactField, string>>

/** Longest texts, in characters. */
const LONGEST: Partial<Record<FactField, number>> = {
  title: 300,
  recipient: 200,
  reference: 200,
  evidence: 500,
  parent: 64,
}
const LONGEST_NOTE = 2000
const MOST_ENTRIES = 20

/** Reads the facts; every mistake at its field. */
export const readFacts = (
  typed: TypedFacts,
  sector: Pick<Sector, 'provinces'>,
): { readonly facts: ContributionFacts } | { readonly mistakes: readonly Mistake<FactField>[] } => {
  const mistakes: Mistake<FactField>[] = []
  const mistake = (field: FactField, message: Said): void => {
    mistakes.push({ field, message })
  }
  const text = (field: FactField): string => {
    const value = typed[field].normalize('NFC').trim()
    const longest = LONGEST[field] ?? 0
    if (value.length > longest) mistake(field, say`Is longer than ${longest} characters`)
    if (!isPlain(value)) mistake(field, say`Holds control characters`)
    return value
  }
  const entries = (field: FactField): Entry[] => {
    const found = entriesOf(typed[field])
    if (found.length > MOST_ENTRIES) mistake(field, say`Holds more than ${MOST_ENTRIES} entries`)
    if (found.some((entry) => plainly(entry).length > LONGEST_ENTRY || !isPlain(plainly(entry)))) {
      mistake(field, say`Holds an entry of more than ${LONGEST_ENTRY} characters, or control characters`)
    }
    return found
  }
  const list = (field: FactField): string[] => entries(field).map(plainly)
  const donor = typed.donor.normalize('NFC').trim()
  const wrongName = donor === '' ? undefined : donorMistake(donor)
  if (donor === '') mistake('donor', say`Enter the name of the donor`)
  if (wrongName) mistake('donor', sentence(wrongName))
  const title = text('title')
  if (title === '') mistake('title', say`Enter a title`)
  const form = ContributionForm.safeParse(typed.form.trim() || 'financial')
  if (!form.success) mistake('form', say`Choose financial or in-kind`)
  const earmarking = Earmarking.safeParse(typed.earmarking.trim() || 'not-stated')
  if (!earmarking.success) mistake('earmarking', say`Choose one of ${Earmarking.options.join(', ')}`)
  const source = FundingSource.safeParse(typed.source.trim())
  if (!source.success) mistake('source', say`Choose one of ${FundingSource.options.join(', ')}`)
  const evidence = text('evidence')
  if (evidence !== '' && !isWebAddress(evidence))
    mistake('evidence', say`Enter a web address such as https://example.org/page`)
  if (typed.note.length > LONGEST_NOTE) mistake('note', say`Is longer than ${LONGEST_NOTE} characters`)
  if (!isPlainText(typed.note)) mistake('note', say`Holds control characters`)
  const pillars = readPillars(entries('pillars'), (message) => mistake('pillars', message))
  const provinces = list('provinces').map((entry) => {
    const code = provinceCalled(entry, sector)
    if (code === undefined) mistake('provinces', say`“${entry.slice(0, 60)}” is not a province`)
    return code ?? ''
  })
  const facts = {
    donor: { id: donorId(donor), name: donor },
    title,
    recipient: text('recipient'),
    implementers: list('implementers'),
    pillars,
    form: form.data ?? 'financial',
    provinces,
    earmarking: earmarking.data ?? 'not-stated',
    reference: text('reference'),
    evidence,
    parent: text('parent'),
    source: source.data ?? 'donor',
    note: typed.note.trim(),
  }
  return mistakes.length > 0 ? { mistakes } : { facts }
}

const sentence = (mistake: Said): Said => (mistake.charAt(0).toUpperCase() + mistake.slice(1)) as Said

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
