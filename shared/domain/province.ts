import type { Sector } from '#shared/sector/schema.ts'
import { oneLaoSpelling } from './lao-spelling.ts'

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

/** Letters and marks alone. */
const plain = (text: string): string =>
  oneLaoSpelling(text.slice(0, 300).normalize('NFKC'))
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}]/gu, '')
