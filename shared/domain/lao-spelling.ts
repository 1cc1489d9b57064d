/**
 * Lao is typed in several ways that look the same: AM as one sign or two, its tone before or behind, LO with HO as a letter or a sign.
 * @param decomposed text in a compatibility normal form, in which AM is two signs
 */
export const oneLaoSpelling = (decomposed: string): string => decomposed.replace(/ໍ([່-໋])/g, '$1ໍ').replaceAll('ຫລ', 'ຫຼ')
