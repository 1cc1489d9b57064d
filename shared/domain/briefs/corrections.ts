import { dayInWords } from '../day-in-words.ts'
import type { RequestedDecision } from '../forms/narrative.ts'
import type { FundingGap } from '../ledger/analysis/gap.ts'
import { sourceInWords } from '../ledger/source-in-words.ts'
import type { TwgReport } from '../report.ts'
import { referenceOf } from '../report.ts'
import { dayAskedFor } from './asked-for.ts'
import { columnName } from './column-name.ts'
import type { RoundReport } from './figures.ts'
import type {
  BriefFigure,
  BriefModel,
  Change,
  Corrections,
  FundingYear,
  IndicatorLine,
  SwgBrief,
  TwgBrief,
} from './model.ts'

/** What a brief states of one thing: a figure of a unit with what its sum leaves out, or words. An absent figure is not available. */
interface Fact {
  readonly unit?: string
  readonly value: number | string | undefined
  readonly leftOut?: number
}

/**
 * What a newer brief states otherwise than a released one, figures first. What only time changes (meetings ahead,
 * countdowns, action points) corrects nothing and is left out.
 */
export const changesBetween = (was: BriefModel, is: BriefModel): Change[] => {
  const [before, after] = [factsOf(was, is), factsOf(is, was)]
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((what): Change[] => {
    const [old, now] = [before.get(what), after.get(what)]
    const [wasLeftOut, isLeftOut] = [leftOutOf(old), leftOutOf(now)]
    if (old?.value === now?.value && wasLeftOut === isLeftOut) return []
    const unit = now?.unit ?? old?.unit
    return [
      {
        what,
        ...(unit === undefined ? {} : { unit }),
        ...(old?.value === undefined ? {} : { was: old.value }),
        ...(now?.value === undefined ? {} : { is: now.value }),
        ...(wasLeftOut === 0 ? {} : { wasLeftOut }),
        ...(isLeftOut === 0 ? {} : { isLeftOut }),
      },
    ]
  })
}

/** Of what is not available as a whole, no part is told. */
const leftOutOf = (fact: Fact | undefined): number => (fact?.value === undefined ? 0 : (fact.leftOut ?? 0))

/** The released version that a newer model may correct. */
export interface ReleasedBrief<M extends BriefModel> {
  readonly version: number
  readonly model: M
}

/**
 * The model with what it corrects in the version that was released; as it is while nothing differs.
 * @param reasons by whom and why, one line each
 */
export const withCorrections = <M extends BriefModel>(
  model: M,
  released: ReleasedBrief<M> | undefined,
  reasons: (released: M) => string[],
): M => {
  const changes = released ? changesBetween(released.model, model) : []
  if (!released || changes.length === 0) return model
  const corrections: Corrections = { of: released.version, changes, reasons: reasons(released.model) }
  return { ...model, corrections }
}

/** Of the reports that a released brief was not compiled from: who sent them, and why. */
export const reasonsOf = (reports: readonly RoundReport[], released: BriefModel): string[] =>
  reports.flatMap(({ report, returned }) => {
    if (!report || released.inputs.reports.includes(referenceOf(report))) return []
    const { version, withdrawal } = report
    if (withdrawal)
      return [
        `${referenceOf(report)} stands again: ${withdrawal.by.name} withdrew version ${withdrawal.version}: ${withdrawal.reason}`,
      ]
    const why = returned ? `; ${returned.by.name} had returned version ${version - 1}: ${returned.comment}` : ''
    return [`${referenceOf(report)}, ${sentInWords(report)}${why}`]
  })

const sentInWords = ({ amendment, submittedBy, lateReason }: TwgReport): string =>
  amendment
    ? `amended by ${amendment.by}: ${amendment.reason}`
    : `submitted by ${submittedBy.name}${lateReason ? ` after the due date: ${lateReason}` : ''}`

/** What can be set against another version: of rounds that only one of the two tells, nothing is told wrongly in the other. */
const factsOf = (model: BriefModel, other: BriefModel): Map<string, Fact> =>
  new Map(model.kind === 'twg' ? twgFacts(model) : swgFacts(model, other.kind === 'swg' ? other.rounds : []))

type Facts = [string, Fact][]

const twgFacts = (model: TwgBrief): Facts => [
  ['Report', { value: standing(model.timeliness) }],
  ...lineFacts('', model.indicators),
  ...(model.provinces?.rows ?? []).flatMap(({ province, cells }) =>
    cells.map((cell, index): Facts[number] => {
      const column = model.provinces?.columns[index] ?? ''
      const line = model.indicators.find((candidate) => columnName(candidate) === column)
      return [`${line?.label ?? column}, ${province}`, factOf(line?.unit ?? '', cell)]
    }),
  ),
  ...words({
    'Nil return': model.nilReason ?? '',
    'Reason for being late': model.lateReason ?? '',
    Achievements: model.achievements,
    Challenges: model.challenges,
    'Gender and inclusion': model.gender,
    Priorities: model.priorities.join('; '),
    'Decisions requested': model.decisions.map(decisionInWords).join('; '),
  }),
]

const swgFacts = (model: SwgBrief, otherRounds: readonly string[]): Facts => [
  ...words({ 'Day of the meeting': dayInWords(dayAskedFor(model)), Rounds: model.rounds.join(', ') }),
  ...model.timeliness.flatMap(({ twg, rounds }) =>
    rounds.flatMap((one, index): Facts => {
      const round = model.rounds[index] ?? ''
      return otherRounds.includes(round) ? [[`Report of ${twg}, ${round}`, { value: standing(one) }]] : []
    }),
  ),
  ...(model.rounds.at(-1) === otherRounds.at(-1) ? ofNewestRound(model) : []),
  ...model.byRound.flatMap(({ id, twg, rounds, lines }) => {
    const told = model.indicators.find((one) => one.id === id)?.lines ?? []
    return lines
      .filter((line) => !told.some((one) => one.id === line.id))
      .flatMap(({ label, unit, figures }) =>
        figures.flatMap((figure, index): Facts => {
          const round = rounds[index] ?? ''
          return otherRounds.includes(round) ? [[`${twg}: ${label}, ${round}`, factOf(unit, figure)]] : []
        }),
      )
  }),
  ...model.funding.flatMap(fundingFacts),
  ...model.gaps.flatMap(gapFacts),
  ...words({
    'Decisions requested': model.decisions
      .map((decision) => `${decision.twg}: ${decisionInWords(decision)}`)
      .join('; '),
  }),
]

const ofNewestRound = ({ indicators, gender }: SwgBrief): Facts => [
  ...indicators.flatMap(({ twg, lines }) => lineFacts(`${twg}: `, lines)),
  ...words(Object.fromEntries(gender.map(({ twg, text }) => [`Gender and inclusion, ${twg}`, text]))),
]

const fundingFacts = ({ year, sources, paidUsd, largestShare, hhi, donors, ...total }: FundingYear): Facts => {
  const of = `${year} as stated by ${sources.map(sourceInWords).join(', ')}`
  const paid = (figure: number | undefined, spell: (figure: number) => string) =>
    paidUsd === 0 || figure === undefined ? '' : spell(figure)
  return [
    ...moneyFacts(`Funding of ${of}`, { ...total, paidUsd }),
    [
      `Funding of ${of}: largest donor’s share`,
      { value: paid(largestShare, (share) => `${(share * 100).toFixed(1)} %`) },
    ],
    [`Funding of ${of}: concentration (HHI)`, { value: paid(hhi, (index) => index.toFixed(4)) }],
    ...donors.flatMap(({ donor, ...line }) => moneyFacts(`${donor}, ${of}`, line)),
  ]
}

const gapFacts = ({ source, from, until, total }: FundingGap): Facts => {
  const of = `Need from ${dayInWords(from)} to ${dayInWords(until)}`
  const stated = source === '' ? '' : ` as stated by ${sourceInWords(source)}`
  return [
    [of, { unit: 'US$', value: total.needUsd }],
    [`${of}: secured${stated}`, { unit: 'US$', value: total.paidUsd + total.committedUsd }],
    [`${of}: not secured${stated}`, { unit: 'US$', value: total.gapUsd }],
  ]
}

type Sums = Pick<FundingYear, 'paidUsd' | 'committedUsd' | 'pledgedUsd'>

const moneyFacts = (what: string, { paidUsd, committedUsd, pledgedUsd }: Sums): Facts => [
  [`${what}: paid`, { unit: 'US$', value: paidUsd }],
  [`${what}: committed`, { unit: 'US$', value: committedUsd }],
  [`${what}: pledged`, { unit: 'US$', value: pledgedUsd }],
]

const COLUMNS = [
  ['quarter', 'quarter'],
  ['previous', 'quarter before'],
  ['lastYear', 'same quarter last year'],
  ['yearToDate', 'year to date'],
] as const

const lineFacts = (prefix: string, lines: readonly IndicatorLine[]): Facts =>
  lines.flatMap((line) =>
    COLUMNS.map(([column, name]): Facts[number] => [
      `${prefix}${line.label}, ${name}`,
      factOf(line.unit, line[column]),
    ]),
  )

const factOf = (unit: string, { value, leftOut }: BriefFigure): Fact => ({ unit, value, leftOut })

/** A report that was awaited and never came is no correction: nothing was stated wrongly. */
const standing = (timeliness: TwgBrief['timeliness']): string =>
  timeliness === 'awaited' || timeliness === 'missing' ? 'not received' : timeliness

const decisionInWords = ({ text, from, by }: RequestedDecision): string =>
  [text, from && `from ${from}`, by && `by ${by}`].filter(Boolean).join(', ')

const words = (texts: Record<string, string>): Facts => Object.entries(texts).map(([what, value]) => [what, { value }])
