import { type Said, say } from '../words/say.ts'
import { plainDigits } from './digits.ts'
import type { FieldMeta } from './field.ts'
import type { Figure } from './figure.ts'
import { invisibleIn } from './invisible.ts'
import { inOneLine } from './read-text.ts'

/** Of why a figure is not available, in characters. */
const LONGEST_REASON = 200
const SQUARE_METRES_A_HECTARE = 10_000

/** `n/a`, then the reason. */
const NOT_AVAILABLE = /^n\s*\/\s*a\b[\s:,–—-]*(.*)$/is
/** An optional sign, digits with thousands separators (space, comma, apostrophe) in groups of three or none, a decimal part, a unit. */
const NUMBER =
  /^(us\$|usd|\$)?\s*([+\-−]?)([1-9]\d{0,2}(?:[ ,'’\u00a0\u202f]\d{3})+|\d+)(?:\.(\d+))?\s*(ha|m2|m²|%|us\$|usd|\$)?$/i
const DIGITS = /^\d+$/
const DECIMAL_COMMA = /^[+\-−]?\d+,\d+\s*(ha|m2|m²|%)?$/i

/** Other spellings of the units of areas, in Lao too. */
const HECTARES = /\s*(hectares?|ເຮັກຕາ|ເຮັກຕ້າ|ຮຕ|ຮ\.ຕ\.?)$/i
const SQUARE_METRES = /\s*(sq\.? ?m|square met(?:re|er)s?|ຕາແມັດ|ຕາລາງແມັດ|ຕມ|ຕ\.ມ\.?)$/i

const MONEY = /^(us\$|usd|\$)$/i
/** Units that may be typed, by kind; the stored unit is always the field's own. */
const UNITS: Partial<Record<FieldMeta['kind'], RegExp>> = {
  area: /^(ha|m2|m²)$/i,
  adjustment: /^(ha|m2|m²)$/i,
  percent: /^%$/,
  money: MONEY,
}

/** Groups of three after points: thousands as many countries write them. A zero before the point is a decimal. */
const POINTS = /^((?:us\$|usd|\$)?\s*[+\-−]?)([1-9]\d{0,2})((?:\.\d{3})+)\s*(m2|\D*)$/i
/** Kinds that have neither a fraction nor a larger unit with one: what may be read as decimals otherwise are thousands. */
const WHOLE: readonly FieldMeta['kind'][] = ['count', 'money']
/** One group of three after a comma: thousands, or decimals as many countries write them. */
const COMMA = /^([+\-−]?[1-9]\d{0,2}),(\d{3})\s*(%?)$/

/** What was typed for a figure: the figure, or a sentence that says how to mend it. */
export type ReadFigure = { readonly figure: Figure } | { readonly mistake: Said }

/** Reads a figure as people type it: `1,250`, `໑໒໕`, `12.5 ha` (where areas are asked), `n/a` and the reason. */
export const readFigure = (typed: string, kind: FieldMeta['kind']): ReadFigure => {
  // Nearly all of them, a thousand in a report.
  if (DIGITS.test(typed)) return { figure: Number(typed) }
  const text = pointsAsThousands(inSigns(typed), kind)
  if (text === '') return { mistake: say`Enter a number, 0, or n/a and the reason` }
  const missing = NOT_AVAILABLE.exec(typed.trim()) ?? NOT_AVAILABLE.exec(text)
  if (missing) {
    const reason = inOneLine(missing[1]?.trim() ?? '')
    const invisible = invisibleIn(reason)
    if (invisible !== undefined) return { mistake: invisible }
    if (reason.length < 3) return { mistake: say`Say after n/a why the figure is not available` }
    return reason.length > LONGEST_REASON
      ? { mistake: say`Shorten the reason after n/a to ${LONGEST_REASON} characters; it has ${reason.length}` }
      : { figure: { notAvailable: reason } }
  }
  const ambiguous = twoReadings(text, kind) ?? decimalComma(text, kind)
  if (ambiguous !== undefined) return { mistake: ambiguous }
  const match = NUMBER.exec(text)
  if (!match) return { mistake: notANumber(typed, text) }
  const [, currency = '', sign = '', whole = '', decimals = '', unit = ''] = match
  const hasDecimals = /[1-9]/.test(decimals)
  const isArea = kind === 'area' || kind === 'adjustment'
  const stray = [currency, unit].find((named) => named !== '' && UNITS[kind]?.test(named) !== true)
  if (stray !== undefined) return { mistake: say`Enter the number without “${stray}”` }
  const digits = whole.replace(/\D/g, '')
  const value =
    unit.toLowerCase() === 'ha'
      ? hectares(digits, decimals)
      : Number(decimals === '' ? digits : `${digits}.${decimals}`)
  if (value === undefined) return { mistake: say`Enter hectares with at most four decimals (1 ha = 10,000 m²)` }
  if (unit.toLowerCase() !== 'ha' && hasDecimals && kind !== 'decimal' && kind !== 'percent') {
    return { mistake: isArea ? say`Enter whole square metres, or hectares such as 12.5 ha` : say`Enter a whole number` }
  }
  const negative = sign === '-' || sign === '−'
  if (negative && value !== 0 && kind !== 'adjustment') return { mistake: say`Enter a number that is not negative` }
  return { figure: negative ? -value || 0 : value }
}

/** As it was typed, in plain digits and with the signs of units: `໑໒ ເຮັກຕາ` is `12 ha`. */
export const inSigns = (typed: string): string =>
  plainDigits(typed).trim().replace(HECTARES, ' ha').replace(SQUARE_METRES, ' m²')

/** `1.250.000`, and `1.250` where a fraction is no answer, in digits alone. */
const pointsAsThousands = (text: string, kind: FieldMeta['kind']): string => {
  const [, sign = '', whole = '', groups = '', unit = ''] = POINTS.exec(text) ?? []
  const isThousands = groups.length > 4 || (WHOLE.includes(kind) && /[1-9]/.test(groups))
  return isThousands ? `${sign}${whole}${groups.replaceAll('.', '')}${unit}` : text
}

/** Figures with decimals may have three of them; only one that ends in 0 is more likely thousands. */
const twoReadings = (text: string, kind: FieldMeta['kind']): Said | undefined => {
  const [, sign, whole = '', groups = '', unit] = POINTS.exec(text) ?? []
  if (groups === '' || kind === 'percent' || (kind === 'decimal' && !groups.endsWith('0'))) return undefined
  const end = unit ? ` ${unit}` : ''
  const between = kind === 'decimal' ? '' : ','
  const thousands = `${sign}${whole}${groups.replace('.', between)}${end}`
  const decimals = groups.slice(1).replace(/0+$/, '')
  if (decimals !== '' && kind !== 'decimal' && !/^ha$/i.test(unit ?? ''))
    return say`Write thousands with commas: ${thousands}; decimals are not asked here`
  const decimal = `${sign}${whole}${decimals.length === 3 ? `.${decimals}0` : decimals === '' ? '' : `.${decimals}`}${end}`
  return say`“${text.slice(0, 40)}” can be read in two ways: enter ${thousands} or ${decimal}`
}

/** Where decimals are asked, a single comma may stand before them. A share of a thousand per cent is none. */
const decimalComma = (text: string, kind: FieldMeta['kind']): Said | undefined => {
  const [, whole, decimals = '', unit] = COMMA.exec(text) ?? []
  if (whole === undefined || (kind !== 'decimal' && kind !== 'percent')) return undefined
  const end = unit ? ` ${unit}` : ''
  const decimal = `${whole}.${decimals}`.replace(/\.?0+$/, '')
  return kind === 'percent'
    ? say`“${text}” is not a share of a hundred: write decimals with a point, such as ${decimal}${end}`
    : say`“${text}” can be read in two ways: enter ${whole}${decimals}${end} or ${decimal}${end}`
}

const notANumber = (typed: string, text: string): Said => {
  const shown = typed.trim().slice(0, 40)
  return DECIMAL_COMMA.test(text)
    ? say`“${shown}” is not a number here: write decimals with a point, such as ${text.replace(',', '.').slice(0, 40)}`
    : say`“${shown}” is not a number: enter digits, 0, or n/a and the reason`
}

/** Exact: the decimals are shifted as digits, never multiplied as fractions. */
const hectares = (digits: string, decimals: string): number | undefined =>
  decimals.length > 4 ? undefined : Number(digits) * SQUARE_METRES_A_HECTARE + Number(decimals.padEnd(4, '0'))
