const LAO_ZERO = '໐'.charCodeAt(0)

/** Lao digits (໐–໙) to 0–9, other spellings of digits by Unicode compatibility. */
export const plainDigits = (typed: string): string =>
  typed.normalize('NFKC').replace(/[໐-໙]/g, (digit) => String(digit.charCodeAt(0) - LAO_ZERO))
