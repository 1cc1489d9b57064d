import type { Sector } from '#shared/sector/schema.ts'
import { type RoundId, roundAfter } from '../calendar/round.ts'
import { isAvailable } from '../forms/figure.ts'
import { figureAt, type Indicator, type Row } from '../forms/form.ts'
import { rowFormOf } from '../forms/index.ts'
import type { FundingGap } from '../ledger/analysis/gap.ts'
import { NEED_INDICATOR, NEED_TWG } from '../ledger/analysis/need.ts'
import { referenceOf, rowsOf, type TwgReport } from '../report.ts'
import { columnName } from './column-name.ts'
import { countedRows, inReport } from './figures.ts'
import type { BriefFigure, BriefModel, IndicatorLine } from './model.ts'

const COLUMNS = ['quarter', 'previous', 'lastYear', 'yearToDate'] as const

/** Where a figure of reports stands in a brief. */
export interface FigurePlace {
  readonly twg: string
  readonly indicator: string
  /** A column of the indicator table, the name of a province, or a round; of a twelve-month need the round whose report states it. */
  readonly column: string
}

export interface PlacedFigure {
  readonly line: Pick<IndicatorLine, 'label' | 'unit'>
  readonly figure: BriefFigure
}

/** The figure at a place of a brief; undefined where there is none. */
export const figureAtPlace = (model: BriefModel, { twg, indicator, column }: FigurePlace): PlacedFigure | undefined => {
  const place = { twg, indicator, column }
  const ofRound = model.kind === 'swg' ? (roundFigure(model, place) ?? needFigure(model, place)) : undefined
  if (ofRound) return ofRound
  const lines = model.kind === 'swg' ? model.indicators.find(({ id }) => id === twg)?.lines : model.indicators
  const line = lines?.find(({ id }) => id === indicator)
  if (!line || (model.kind === 'twg' && model.twg.id !== twg)) return undefined
  const known = COLUMNS.find((candidate) => candidate === column)
  const figure = known ? line[known] : model.kind === 'twg' ? provinceFigure(model.provinces, line, column) : undefined
  return figure && { line, figure }
}

const roundFigure = (
  { byRound, chart }: Extract<BriefModel, { kind: 'swg' }>,
  { twg, indicator, column }: FigurePlace,
): PlacedFigure | undefined => {
  for (const { id, rounds, lines } of [...byRound, ...(chart ? [chart] : [])]) {
    const line = id === twg ? lines.find((candidate) => candidate.id === indicator) : undefined
    const figure = line?.figures[rounds.indexOf(column)]
    if (line && figure) return { line, figure }
  }
  return undefined
}

/** Where the twelve-month need of a brief is traced to the report that states it. */
export const needPlace = ({ report }: Pick<FundingGap, 'report'>): FigurePlace => ({
  twg: NEED_TWG,
  indicator: NEED_INDICATOR,
  column: report.split('/')[0] ?? '',
})

const needFigure = (
  { gaps: [gap] }: Extract<BriefModel, { kind: 'swg' }>,
  asked: FigurePlace,
): PlacedFigure | undefined => {
  const place = gap && needPlace(gap)
  if (!place || (['twg', 'indicator', 'column'] as const).some((part) => place[part] !== asked[part])) return undefined
  const line = rowFormOf(NEED_TWG)?.indicators.find(({ id }) => id === NEED_INDICATOR)
  const figure = { value: gap.total.needUsd / 100, leftOut: gap.unknown.length, sources: [gap.report] }
  return line && { line, figure }
}

const provinceFigure = (
  provinces: Extract<BriefModel, { kind: 'twg' }>['provinces'],
  line: PlacedFigure['line'],
  province: string,
): BriefFigure | undefined =>
  provinces?.rows.find((row) => row.province === province)?.cells[provinces.columns.indexOf(columnName(line))]

/** A part of a row that was not available, by its path in the form, and why. */
export interface LackingPart {
  readonly path: string
  readonly reason: string
}

/** What one report version gave to a figure, row by row. */
export interface TracedReport {
  readonly reference: string
  readonly round: string
  readonly version: number
  readonly submittedBy: string
  readonly figure: BriefFigure
  readonly rows: readonly {
    readonly row: Row
    readonly figure: BriefFigure
    readonly lacking: readonly LackingPart[]
  }[]
}

/** The parts that a figure was computed from, as the named report versions state them. */
export const tracedReport = (
  indicator: Indicator,
  report: TwgReport,
  { column }: FigurePlace,
  sector: Sector,
): TracedReport => {
  const code = sector.provinces.find(({ name }) => name === column)?.code
  const rows = rowsOf(report).filter((row) => code === undefined || row.province === code)
  return {
    reference: referenceOf(report),
    round: report.round,
    version: report.version,
    submittedBy: report.submittedBy.name,
    figure: inReport(indicator, report, rows),
    rows: countedRows(indicator, rows).map((row) => ({
      row,
      figure: inReport(indicator, report, [row]),
      lacking: lackingIn(indicator, row),
    })),
  }
}

const lackingIn = ({ paths }: Indicator, row: Row): LackingPart[] =>
  paths.flatMap((path) => {
    const part = figureAt(row, path)
    return part === undefined || isAvailable(part) ? [] : [{ path, reason: part.notAvailable }]
  })

/** The rounds of a year to date that it leaves out: of a flow those without a report, of a level those newer than its figure. */
export const roundsLeftOut = (
  model: BriefModel,
  { column }: FigurePlace,
  { leftOut, sources }: BriefFigure,
  { measures = 'flow' }: Indicator,
): RoundId[] => {
  const newest = model.kind === 'twg' ? model.round : model.rounds.at(-1)
  if (column !== 'yearToDate' || leftOut === 0 || newest === undefined) return []
  const told = sources.map((reference) => reference.split('/')[0] ?? '')
  return Array.from({ length: Number(newest.at(-1)) }, (_, back) => roundAfter(newest, -back)).filter(
    (round) => !told.includes(round) && (measures === 'flow' || round > (told[0] ?? '')),
  )
}
