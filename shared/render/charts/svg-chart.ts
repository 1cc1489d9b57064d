import { BarChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { once } from '#shared/domain/once.ts'

const ready = once(() => use([BarChart, GridComponent, LegendComponent, SVGRenderer]))

// Told apart without colour too: the second is much lighter.
const COLOURS = ['#0b4f54', '#8fc1c4']

/** A chart as an SVG picture, in the typeface of the briefs where it is at hand. @param size in CSS pixels */
export const svgChart = (
  { width, height }: { readonly width: number; readonly height: number },
  option: EChartsCoreOption,
): string => {
  ready()
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({
      animation: false,
      color: COLOURS,
      textStyle: { fontFamily: 'Noto Sans, sans-serif', fontSize: 14 },
      ...option,
    })
    return chart.renderToSVGString()
  } finally {
    // A chart that is not disposed of keeps the process alive.
    chart.dispose()
  }
}
