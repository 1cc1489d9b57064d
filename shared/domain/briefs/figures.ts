import type { Sector } from '#shared/sector/schema.ts'
import { totalOf } from '../forms/figure.ts'
import { figureAt, type Indicator, type Row } from '../forms/form.ts'
import { referenceOf, rowsOf, type TwgReport } from '../report.ts'
import type { BriefFigure, IndicatorLine } from './model.ts'

/** A report of a round, or that there is none. */
export interface RoundReport {
  readonly round: string
  readonly report: TwgReport | undefined
}

const overRows = (indicator: Pick<Indicator, 'paths'>, rows: readonly Row[]) =>
  totalOf(rows.flatMap((row) => indicator.paths.map((path) => figureAt(row, path))))

/** One indicator over one report. A nil return counts as zero; no report is not available. */
const inReport = (
  indicator: Pick<Indicator, 'paths'>,
  report: TwgReport | undefined,
  rows = rowsOf(report),
): BriefFigure => {
  if (!report) return { leftOut: 0, sources: [] }
  const { value, leftOut } = report.content.nil ? { value: 0, leftOut: 0 } : overRows(indicator, rows)
  return { ...(value === undefined ? {} : { value }), leftOut, sources: [referenceOf(report)] }
}

/** The sum over several reports: what is missing is left out and counted, never taken for zero. */
const overReports = (indicator: Indicator, reports: readonly (TwgReport | undefined)[]): BriefFigure => {
  const figures = reports.map((report) => inReport(indicator, report))
  const { value } = totalOf(figures.map((figure) => figure.value))
  return {
    ...(value === undefined ? {} : { value }),
    leftOut: figures.reduce((total, figure) => total + figure.leftOut + (figure.sources.length === 0 ? 1 : 0), 0),
    sources: figures.flatMap((figure) => figure.sources),
  }
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
  return indicators.map((indicator) => {
    const target = sector.targets.find((candidate) => candidate.indicator === indicator.id && candidate.year === year)
    return {
      id: indicator.id,
      label: indicator.label,
      unit: indicator.unit,
      quarter: inReport(indicator, current.report),
      previous: inReport(indicator, reports[1]?.report),
      lastYear: inReport(indicator, reports[4]?.report),
      yearToDate: overReports(
        indicator,
        thisYear.map(({ report }) => report),
      ),
      ...(target === undefined ? {} : { target: target.value }),
    }
  })
}

/** The indicators of one report by province, in the sector's order of provinces. */
export const provinceTable = (indicators: readonly Indicator[], report: TwgReport | undefined, sector: Sector) => {
  const rows = rowsOf(report)
  return {
    columns: indicators.map(({ label, unit }) => (unit === '' ? label : `${label} (${unit})`)),
    rows: sector.provinces
      .map(({ code, name }) => ({ province: name, own: rows.filter((row) => row.province === code) }))
      .filter(({ own }) => own.length > 0)
      .map(({ province, own }) => ({
        province,
        cells: indicators.map((indicator) => inReport(indicator, report, own)),
      })),
  }
}
