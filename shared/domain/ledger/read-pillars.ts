import { plainDigits } from '../forms/digits.ts'
import { type Said, say } from '../words/say.ts'
import type { Pillars } from './contribution.ts'
import { type Entry, LONGEST_ENTRY, plainly, spellEntry } from './entries.ts'
import { addUp } from './new-contribution.ts'

/** A pillar with its share, where one was given. `misread`: it holds a number or a percent sign that is no part of either. */
interface Share {
  readonly pillar: string
  readonly percent?: string
  readonly misread: boolean
}

const NUMBER = String.raw`(\d{1,3}(?:[.,]\d{1,2})?)`
const SIGN = String.raw`\s*(?:%|per\s?cent)`
/** `clearance 60`, `clearance: 60 %`, `clearance – 60 percent`, `clearance (60%)`. */
const AFTER = new RegExp(
  String.raw`^(.*?)(?:(?:[\s:=]|\s[-–—]\s)+${NUMBER}(?:${SIGN})?|\s*\(\s*${NUMBER}(?:${SIGN})?\s*\))$`,
  'iu',
)
/** `60 clearance`, `60% clearance`, `60 percent: clearance`, `(60%) clearance`. */
const BEFORE = new RegExp(
  String.raw`^(?:${NUMBER}(?:${SIGN}|(?=\s))|\(\s*${NUMBER}(?:${SIGN})?\s*\))(?:\s*[:=]|\s+[-–—](?=\s))?\s*(\P{Nd}*)$`,
  'iu',
)
const LIKE_A_SHARE = /\p{N}|[%％]/u

const shareIn = (entry: string): Share => {
  if (entry.length > LONGEST_ENTRY) return { pillar: entry, misread: false }
  const text = entry.replace(/\p{Nd}|％/gu, plainDigits)
  const [, before, bare, enclosed] = AFTER.exec(text) ?? []
  const [, first, firstEnclosed, behind] = BEFORE.exec(text) ?? []
  const after = bare ?? enclosed
  if (before !== undefined && after !== undefined) return share(before, after)
  const ahead = first ?? firstEnclosed
  if (behind !== undefined && ahead !== undefined) return share(behind, ahead)
  return { pillar: entry, misread: LIKE_A_SHARE.test(text) }
}

/** Whether a name says a percentage, or may mean one. */
export const saysShare = (name: string): boolean => {
  const { percent, misread } = shareIn(name)
  return percent !== undefined || misread
}

const share = (name: string, percent: string): Share => ({
  pillar: name.trim(),
  percent: percent.replace(',', '.'),
  misread: LIKE_A_SHARE.test(name),
})

/** What stands in quotes is the name; its share stands behind it. */
const shareOf = ({ words, after, quoted }: Entry): Share => {
  if (!quoted) return shareIn(words)
  const { pillar, ...rest } = shareIn(` ${after}`)
  return { ...rest, pillar: `${words}${pillar.trim() && ` ${pillar.trim()}`}` }
}

/** `clearance 60; risk education 40`, or names alone where nobody knows the split. What could be a share is never taken for a name. */
export const readPillars = (entries: readonly Entry[], mistake: (message: Said) => void): Pillars => {
  const read = entries.map(shareOf)
  const unclear = entries.find((_, index) => read[index]?.misread)
  if (unclear) mistake(notUnderstood(plainly(unclear)))
  if (read.every(({ percent }) => percent === undefined)) return { notDisaggregated: entries.map(plainly) }
  const split = read.map(({ pillar, percent }) => ({ pillar, percent: Number(percent ?? 0) }))
  if (unclear) return split
  if (read.some(({ percent }) => percent === undefined)) mistake(say`Give a percentage to every pillar, or to none`)
  else if (split.some(({ pillar }) => pillar === '')) mistake(say`A percentage has no pillar`)
  else if (!addUp(split)) mistake(say`The percentages do not add up to 100`)
  return split
}

const notUnderstood = (entry: string): Said =>
  /\d[.,]\d{3}/.test(plainDigits(entry))
    ? say`“${entry.slice(0, 60)}” has more than two decimals: round the percentages so that they add up to 100`
    : say`“${entry.slice(0, 60)}” is not understood: write a percentage behind its pillar, such as “clearance 60; risk education 40”, and a name that holds a number in quotes, such as “"phase 2" 60”`

/** As `readPillars` reads them. */
export const spellPillars = (pillars: Pillars): string =>
  Array.isArray(pillars)
    ? pillars.map(({ pillar, percent }) => `${spellEntry(pillar, isMisread)} ${percent}`).join('; ')
    : pillars.notDisaggregated.map((pillar) => spellEntry(pillar, isMisread)).join('; ')

/** Whether a name would be read as something else, alone or before its share. */
const isMisread = (name: string): boolean => {
  const [alone, first] = [shareIn(name), shareIn(`${name} 1`)]
  return alone.misread || alone.percent !== undefined || first.misread || first.pillar !== name || first.percent !== '1'
}
