import { once } from './once.ts'

// Made when first used: a formatter costs a function's start a millisecond.
const whole = once(() => new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 }))
const hectares = once(() => new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 }))

/** `1,234,567`; a true minus sign before negative numbers. */
export const numberInWords = (value: number): string => whole().format(value).replace('-', '−')

/** US cents → `1,234,567` whole dollars. */
export const dollarsInWords = (cents: number): string => numberInWords(Math.round(cents / 100))

/** US cents → `US$ 1,234,567`, as briefs print money; `spellMoney` is to the cent. */
export const usdInWords = (cents: number): string => `US$ ${dollarsInWords(cents)}`

export const SQUARE_METRES_A_HECTARE = 10_000

/** `8,120,000 m² (812 ha)`: so that it compares with what is typed in either unit. */
export const areaInWords = (squareMetres: number): string => {
  const metres = `${numberInWords(squareMetres)} m²`
  if (squareMetres === 0) return metres
  return `${metres} (${hectares()
    .format(squareMetres / SQUARE_METRES_A_HECTARE)
    .replace('-', '−')} ha)`
}
