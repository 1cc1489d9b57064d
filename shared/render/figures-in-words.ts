import { numberInWords, SQUARE_METRES_A_HECTARE } from '#shared/domain/number-in-words.ts'
import { once } from '#shared/domain/once.ts'

/** How a figure is printed where its value is not available; zero is printed as 0. */
export const NOT_AVAILABLE = 'n/a'

// Made when first used: a formatter costs a function's start a millisecond.
const oneDecimal = once(() => new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 }))

/** A share of one → `87.5 %`. */
export const percentInWords = (share: number): string => `${oneDecimal().format(share * 100)} %`

/** Area in m² → hectares with one decimal; what would round to nothing is said to be less than a tenth. */
const hectaresInWords = (squareMetres: number): string => {
  const hectares = squareMetres / SQUARE_METRES_A_HECTARE
  if (squareMetres !== 0 && Math.abs(hectares) < 0.05) return squareMetres > 0 ? '< 0.1' : '> −0.1'
  return oneDecimal().format(hectares).replace('-', '−')
}

export interface Scale {
  /** The unit as printed: `ha`, `people`, or nothing for plain counts. */
  readonly unit: string
  readonly spell: (value: number | undefined) => string
}

/** The scale of one line or column: money is in US$; areas go to hectares together, as soon as one of them reaches a hectare, so that they compare. */
export const scaleFor = (unit: string, values: readonly (number | undefined)[]): Scale => {
  const hectares = unit === 'm²' && values.some((value) => Math.abs(value ?? 0) >= SQUARE_METRES_A_HECTARE)
  const spell = hectares ? hectaresInWords : numberInWords
  return {
    unit: hectares ? 'ha' : unit === 'USD' ? 'US$' : unit,
    spell: (value) => (value === undefined ? NOT_AVAILABLE : spell(value)),
  }
}
