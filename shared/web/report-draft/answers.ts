import { fingerprint } from '#shared/domain/fingerprint.ts'
import type { Problem } from '#shared/domain/forms/problem.ts'
import { LATE_REASON, type Typed } from '#shared/domain/report.ts'
import type { ReportSheet } from '../services.ts'

export const warningsOf = ({ problems }: Pick<ReportSheet, 'problems'>): readonly Problem[] =>
  problems.filter(({ level }) => level === 'warn')

/** What the check page asks: a comment on each warning, and why the report is late. */
const askedKeys = (sheet: ReportSheet): string[] => [
  ...warningsOf(sheet).map(({ key }) => key),
  ...(sheet.late ? [LATE_REASON] : []),
]

/** What is saved of it; a version that was returned has its late reason already. */
export const savedAnswers = ({ draft, current }: ReportSheet): Typed => ({
  [LATE_REASON]: current?.lateReason ?? '',
  ...draft?.comments,
})

/** Whether two texts say the same: what stands around them is not kept. */
const isSame = (one: string | undefined, other: string | undefined) => (one ?? '').trim() === (other ?? '').trim()

const digestOf = (key: string, text: string | undefined): string => fingerprint(key, (text ?? '').trim()).slice(0, 16)

/** A digest of each answer as it is saved. They travel with the page and tell which of its answers somebody changed since. */
export const shownAnswers = (sheet: ReportSheet): string => {
  const saved = savedAnswers(sheet)
  return askedKeys(sheet)
    .map((key) => digestOf(key, saved[key]))
    .join(' ')
}

/** The answers as their page sent them. */
export interface SentAnswers {
  /** By key; an answer that the page did not ask for is not there. */
  readonly typed: Typed
  /** What was saved when the page was shown (`shownAnswers`). */
  readonly shown: string
  /** The version of the draft that the page showed. */
  readonly version: number
}

export interface MergedAnswers {
  /** Each as it is to stand: the writer's own where they changed it, else as it is saved. */
  readonly values: Typed
  /** Keys of those that the writer changed. */
  readonly changed: readonly string[]
  /** Keys of those that somebody else changed too, to something else. */
  readonly both: readonly string[]
  /** Keys of those that were changed since to the very same. */
  readonly arrived: readonly string[]
}

const given = (answers: Typed): Typed => Object.fromEntries(Object.entries(answers).filter(([, text]) => text !== ''))

/** Lays what was sent over what is saved, answer by answer, so that nobody's goes unseen. */
export const mergedAnswers = (sheet: ReportSheet, { typed, shown, version }: SentAnswers): MergedAnswers => {
  const saved = savedAnswers(sheet)
  const digests = new Set(shown.split(' '))
  const isFresh = version === sheet.draftVersion
  const wasShown = (key: string, text: string | undefined) => digests.has(digestOf(key, text))
  const asked = askedKeys(sheet).filter((key) => Object.hasOwn(typed, key))
  const differing = asked.filter((key) => !isSame(typed[key], saved[key]))
  const changed = differing.filter((key) => isFresh || !wasShown(key, typed[key]))
  return {
    values: given({ ...saved, ...Object.fromEntries(changed.map((key) => [key, typed[key] ?? ''])) }),
    changed,
    both: isFresh ? [] : changed.filter((key) => !wasShown(key, saved[key])),
    arrived: asked.filter((key) => isSame(typed[key], saved[key]) && !wasShown(key, typed[key])),
  }
}

/** Whether these are the answers that are saved. */
export const isAnswered = (sheet: ReportSheet, answers: Typed): boolean => {
  const saved = savedAnswers(sheet)
  return askedKeys(sheet).every((key) => isSame(answers[key], saved[key]))
}

/** Without those to no present warning, which are dropped once nothing blocks; checks may be silent before. */
export const presentAnswers = (sheet: ReportSheet, values: Typed): Typed => {
  if (sheet.problems.some(({ level }) => level === 'block')) return values
  const asked = new Set(askedKeys(sheet))
  return Object.fromEntries(Object.entries(values).filter(([key]) => asked.has(key)))
}
