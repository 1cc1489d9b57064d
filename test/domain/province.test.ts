import { describe, expect, it } from 'vitest'
import { provinceCalled } from '#shared/domain/province.ts'
import { laoProvinces } from '#shared/sector/lao-provinces.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'

const codeOf = (text: string) => provinceCalled(text, laoUxo)

describe('a province is known', () => {
  it.each(laoProvinces)('by code, name and every other name: $code $name', ({ code, name, also }) => {
    for (const one of [code, name, name.toUpperCase(), ` ${name} `, ...also]) expect(codeOf(one), one).toBe(code)
  })

  it('however its Lao name is typed: AM as one sign or two, its tone before or behind, invisible spaces', () => {
    expect(['ຫຼວງນ້ຳທາ', 'ຫຼວງນໍ້າທາ', 'ຫຼວງນ້ໍາທາ', 'ຫລວງນ້ຳທາ', 'ຫຼວງ​ນ້ຳທາ'].map(codeOf)).toEqual(Array(5).fill('03'))
  })

  it('with the word province, in both languages', () => {
    expect(['ແຂວງຊຽງຂວາງ', 'Xieng Khouang Province', 'xieng-khouang'].map(codeOf)).toEqual(Array(3).fill('09'))
    expect(['ແຂວງວຽງຈັນ', 'ນະຄອນຫຼວງວຽງຈັນ'].map(codeOf)).toEqual(['10', '01'])
  })

  it.each(['Vientiane', 'ວຽງຈັນ', '', 'province', 'ແຂວງ', '19', 'Hanoi'])(
    'but not by what may be either or none: %j',
    (text) => {
      expect(codeOf(text)).toBeUndefined()
    },
  )
})
