import type { Sector } from '#shared/sector/schema.ts'

/**
 * The code of the province that somebody wrote: its code, its name, or one of the other names in use, in Lao too, with or
 * without the word "province" before or behind it.
 */
export const provinceCalled = (text: string, { provinces }: Pick<Sector, 'provinces'>): string | undefined => {
  const [whole, bare] = [plain(text), withoutProvince(plain(text))]
  const found =
    provinces.find(({ code }) => code === text.trim()) ??
    provinces.find(({ name, also = [] }) => [name, ...also].some((one) => plain(one) === whole)) ??
    provinces.find(({ name, also = [] }) => [name, ...also].some((one) => plain(one) === bare))
  return found?.code
}

const withoutProvince = (words: string): string => words.replace(/^ແຂວງ|province$/, '')

/** Letters and marks alone. Lao is typed in several ways that look the same: AM as one sign or two, its tone before or behind. */
const plain = (text: string): string =>
  text
    .slice(0, 300)
    .normalize('NFKC')
    .replace(/ໍ([່-໋])/g, '$1ໍ')
    .replaceAll('ຫລ', 'ຫຼ')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}]/gu, '')
