import type { Sector } from '#shared/sector/schema.ts'
import { type Total, totalOf } from '../forms/figure.ts'
import { figureAt, type Indicator, type Row, valueAt } from '../forms/form.ts'
import { referenceOf, rowsOf, type TwgReport, type Verdict } from '../report.ts'
import { columnName } from './column-name.ts'
import type { BriefFigure, IndicatorLine, RoundTable } from './model.ts'

/** A report of a round, or that there is none. */
export interface RoundReport {
  readonly round: string
  readonly report: TwgReport | undefined
  /** Why the version before it was returned; only of a report that a released brief was not compiled from. */
  readonly returned?: Verdict
}

/** The rows that an indicator counts. */
export const countedRows = ({ where = {} }: Indicator, rows: readonly Row[]): Row[] =>
  rows.filter((row) => Object.entries(where).every(([path, values]) => values.includes(String(valueAt(row, path)))))

/** One figure over some rows. What a form did not ask for is no gap; what was not available is. */
const overRows = (indicator: Indicator, rows: readonly Row[]): Total => {
  const { paths, measures } = indicator
  const own = countedRows(indicator, rows)
  if (paths.length === 0) return { value: own.length, leftOut: 0 }
  const figures = own
    .flatMap((row) => paths.map((path) => figureAt(row, path)))
    .filter((figure) => figure !== undefined)
  const total = totalOf(figures)
  if (measures !== 'share' || total.value === undefined) return total
  return { ...total, value: Math.round((total.value / (figures.length - total.leftOut)) * 10) / 10 }
}

/** One indicator over one report. No report is not available. A nil return says that nothing happened, not that nothing is there. */
export const inReport = (indicator: Indicator, report: TwgReport | undefined, rows = rowsOf(report)): BriefFigure => {
  if (!report) return { leftOut: 0, sources: [] }
  const nil: Total = { value: isFlow(indicator) ? 0 : undefined, leftOut: 0 }
  const { value, leftOut } = report.content.nil ? nil : overRows(indicator, rows)
  return { ...(value === undefined ? {} : { value }), leftOut, sources: [referenceOf(report)] }
}

const isFlow = ({ measures = 'flow' }: Indicator) => measures === 'flow'

/**
 * The year to date, which is never asked: a flow adds up over the year's reports, what is missing is left out and counted,
 * never taken for zero; a level or share is its latest, and newer quarters of which it is not available are counted.
 * @param reports the reports of one year, newest first; undefined where there is none
 */
export const yearToDate = (indicator: Indicator, reports: readonly (TwgReport | undefined)[]): BriefFigure => {
  const figures = reports.map((report) => inReport(indicator, report))
  if (!isFlow(indicator)) return latestOf(figures)
  const { value } = totalOf(figures.map((figure) => figure.value))
  return {
    ...(value === undefined ? {} : { value }),
    leftOut: figures.reduce((total, figure) => total + figure.leftOut + (figure.sources.length === 0 ? 1 : 0), 0),
    sources: figures.flatMap((figure) => figure.sources),
  }
}

const latestOf = (figures: readonly BriefFigure[]): BriefFigure => {
  const at = figures.findIndex(({ value }) => value !== undefined)
  const latest = figures[at]
  if (!latest) return { leftOut: 0, sources: [] }
  const passed = figures.slice(0, at).filter(({ leftOut, sources }) => leftOut > 0 || sources.length === 0)
  return { ...latest, leftOut: latest.leftOut + passed.length }
}

/** @param reports this round's first, then earlier ones without a gap, newest first */
export const indicatorLines = (
  indicators: readonly Indicator[],
  reports: readonly RoundReport[],
  sector: Sector,
): IndicatorLine[] => {
  const [current] = reports
  if (!current) return []
  const year = Number(current.round.slice(0, 4))
  const thisYear = reports.filter(({ round }) => round.startsWith(`${year}-`))
  const lines = indicators.map((indicator): IndicatorLine => {
    const target = sector.targets.find((candidate) => candidate.indicator === indicator.id && candidate.year === year)
    return {
      id: indicator.id,
      label: indicator.label,
      unit: indicator.unit,
      quarter: inReport(indicator, current.report),
      previous: inReport(indicator, reports[1]?.report),
      lastYear: inReport(indicator, reports[4]?.report),
      yearToDate: yearToDate(
        indicator,
        thisYear.map(({ report }) => report),
      ),
      ...(target === undefined ? {} : { target: target.value }),
    }
  })
  return lines.filter((line) => !isUnasked(line))
}

/** A figure of the fourth quarter has nothing to show for a year that has not come to it. */
const isUnasked = ({ quarter, previous, lastYear, yearToDate: year, unit }: IndicatorLine): boolean =>
  unit === '%' &&
  quarter.sources.length > 0 &&
  [quarter, previous, lastYear, year].every(({ value, leftOut }) => value === undefined && leftOut === 0)

/**
 * Figures of a TWG round by round.
 * @param reports newest first, as read; the table begins with the oldest
 */
export const roundTable = (
  twg: Pick<RoundTable, 'id' | 'twg'>,
  indicators: readonly Indicator[],
  reports: readonly RoundReport[],
): RoundTable => {
  const oldestFirst = reports.toReversed()
  return {
    ...twg,
    rounds: oldestFirst.map(({ round }) => round),
    lines: indicators.map((indicator) => ({
      id: indicator.id,
      label: indicator.label,
      unit: indicator.unit,
      figures: oldestFirst.map(({ report }) => inReport(indicator, report)),
    })),
  }
}

/** The indicators of one report by province, in the sector's order of provinces. */
export const provinceTable = (indicators: readonly Indicator[], report: TwgReport | undefined, sector: Sector) => {
  const rows = rowsOf(report)
  return {
    columns: indicators.map(columnName),
    rows: sector.provinces
      .map(({ code, name }) => ({ province: name, own: rows.filter((row) => row.province === code) }))
      .filter(({ own }) => own.length > 0)
      .map(({ province, own }) => ({
        province,
        cells: indicators.map((indicator) => inReport(indicator, report, own)),
      })),
  }
}
