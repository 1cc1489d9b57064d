const LAO_ZERO = '໐'.charCodeAt(0)

/** What has no other spelling. */
const PLAIN = /^[ -~]*$/

/** Raised, lowered and encircled numbers and fractions: `10²` is not 102. */
const NO_DIGITS = /[^\p{No}\p{Nl}]+/gu

/** Lao digits (໐–໙) to 0–9, other spellings of digits by Unicode compatibility; what is more than a digit stays as it is. */
export const plainDigits = (typed: string): string =>
  PLAIN.test(typed)
    ? typed
    : typed
        .replace(NO_DIGITS, (run) => run.normalize('NFKC'))
        .replace(/[໐-໙]/g, (digit) => String(digit.charCodeAt(0) - LAO_ZERO))
