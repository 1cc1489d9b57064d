import { svgChart } from './svg-chart.ts'

export interface Columns {
  /** One column each, from the left. */
  readonly names: readonly string[]
  /** Undefined where there is no figure: the place stays empty and says so. */
  readonly values: readonly (number | undefined)[]
  /** The value as it stands over its column. */
  readonly spell: (value: number | undefined) => string
}

const SIZE = { width: 720, height: 190 }

/** Standing columns over time as an SVG picture. What it shows must stand in words beside it. */
export const columnChart = ({ names, values, spell }: Columns): string =>
  svgChart(SIZE, {
    grid: { left: 8, right: 8, top: 28, bottom: 28, outerBoundsMode: 'none' },
    xAxis: { type: 'category', data: [...names], axisTick: { show: false }, axisLabel: { interval: 0 } },
    yAxis: { type: 'value', show: false },
    series: [
      {
        type: 'bar',
        barWidth: '62%',
        data: values.map((value) => value ?? 0),
        label: {
          show: true,
          position: 'top',
          formatter: ({ dataIndex }: { dataIndex: number }) => spell(values[dataIndex]),
        },
      },
    ],
  })
