import { svgChart } from './svg-chart.ts'

export interface Bars {
  /** One bar each, from the top down. */
  readonly names: readonly string[]
  /** Stacked within a bar; values in whole US$. */
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[]
  readonly axis: string
}

const WIDTH = 720
const HEAD = 90
const BAR = 34
/** Room for the names, and how much of one fits into it. */
const NAMES = 190
const LONGEST_NAME = 24

/** Lying bars as an SVG picture. What it shows must stand in a table beside it. */
export const barChart = ({ names, series, axis }: Bars): string =>
  svgChart(
    { width: WIDTH, height: HEAD + BAR * Math.max(1, names.length) + 30 },
    {
      legend: { show: series.length > 1, top: 0, left: 0 },
      grid: { left: NAMES, right: 24, top: series.length > 1 ? 34 : 8, bottom: 50, outerBoundsMode: 'none' },
      xAxis: { type: 'value', name: axis, nameLocation: 'middle', nameGap: 26, axisLabel: { formatter: millions } },
      yAxis: { type: 'category', inverse: true, data: names.map(shortened), axisTick: { show: false } },
      series: series.map(({ name, values }) => ({ name, type: 'bar', stack: 'all', data: [...values], barWidth: 20 })),
    },
  )

const millions = (dollars: number): string => (dollars === 0 ? '0' : `${dollars / 1_000_000} m`)
const shortened = (name: string): string => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name)
