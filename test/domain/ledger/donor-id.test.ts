import { describe, expect, it } from 'vitest'
import { donorId } from '#shared/domain/ledger/contribution.ts'
import { donorMistake } from '#shared/domain/ledger/donor-name.ts'
import { contentOf } from '#shared/domain/ledger/import/content.ts'
import { readContributionTable } from '#shared/domain/ledger/import/yearly-table.ts'

describe('the id of a donor', () => {
  it.each([
    ['Republic of Korea', 'republic-of-korea'],
    ['Côte d’Ivoire', 'cote-d-ivoire'],
    ['Türkiye', 'turkiye'],
    ['İstanbul', 'istanbul'],
    ['Fundación Ñandú', 'fundacion-nandu'],
    ['Đà Nẵng', 'đa-nang'],
    ['Ελλάδα', 'ελλαδα'],
    ['Й фонд', 'и-фонд'],
    ['ＵＮＤＰ', 'undp'],
    ['A 1\u0301 \u20e3', 'a-1'],
  ])('of %s is %s: accents, signs and capitals make no other donor', (name, id) => {
    expect(donorId(name)).toBe(id)
    expect(donorId(name.normalize('NFD'))).toBe(id)
    expect(donorId(id)).toBe(id)
  })

  it.each([
    ['ມູນນິທິ ຈີນ', 'ມູນນິທິ ຈັນ'],
    ['ນາດີ', 'ນາດຸ'],
    ['ກ່າ', 'ກ້າ'],
    ['สี', 'สู'],
    ['हिंद', 'हद'],
    ['ピースボート', 'ヒースホート'],
    ['グループ', 'クルーフ'],
  ])('tells %s and %s apart, whose signs are vowels, tones or other letters', (one, other) => {
    expect(donorId(one)).not.toBe(donorId(other))
    for (const name of [one, other]) expect(donorId(donorId(name))).toBe(donorId(name))
  })

  it('is one for what looks the same in Lao, however it is typed', () => {
    const ids = ['ຫຼວງນ້ຳທາ', 'ຫຼວງນໍ້າທາ', 'ຫຼວງນ້ໍາທາ', 'ຫລວງນ້ຳທາ'].map(donorId)
    expect(new Set(ids).size).toBe(1)
  })

  it('is none of signs alone', () => {
    expect(donorMistake('\u0301 \u0ec8')).toBe('holds no letter or digit')
  })

  it('tells rows of a file apart by what they say in any script', () => {
    const contentWith = (donor: string, sectors: string) => {
      const csv = `year,donor,sectors,currency,amount,amount_usd_reported\n2022,${donor},${sectors},USD,1,1`
      const read = readContributionTable(csv, 'government')
      if (!('contributions' in read)) throw new Error(JSON.stringify(read))
      return read.contributions.map(({ contribution }) => contentOf(contribution))
    }
    const contents = ['ກີ', 'ກູ'].flatMap((donor) => ['ນາດີ', 'ນາດຸ'].flatMap((sectors) => contentWith(donor, sectors)))
    expect(new Set(contents).size).toBe(4)
  })
})
