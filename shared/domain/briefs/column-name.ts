import type { IndicatorLine } from './model.ts'

/** How a column of the province table is named: like its indicator, with its unit behind. */
export const columnName = ({ label, unit }: Pick<IndicatorLine, 'label' | 'unit'>): string =>
  unit === '' ? label : `${label} (${unit})`
