import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishedCells } from '#shared/domain/briefs/published.ts'

const people = { unit: 'people' }
const cells = fc.array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constant(undefined)), { maxLength: 8 })

describe('a published table that counts people', () => {
  it('hides cells of 1 to 4, and never takes zero or what is not available for them', () => {
    expect(publishedCells(people, [0, 1, 4, 5, undefined])).toEqual([
      { value: 0 },
      'hidden',
      'hidden',
      { value: 5 },
      'not-available',
    ])
  })

  it('hides the next smallest with a cell that would stand alone, so that a total does not give it away', () => {
    expect(publishedCells(people, [40, 3, 7, 0])).toEqual([{ value: 40 }, 'hidden', 'hidden', { value: 0 }])
  })

  it('shows no small number, and hides none alone where another could be hidden', () => {
    fc.assert(
      fc.property(cells, (values) => {
        const shown = publishedCells(people, values)
        for (const cell of shown) if (typeof cell === 'object') expect(cell.value === 0 || cell.value >= 5).toBe(true)
        const hidden = shown.filter((cell) => cell === 'hidden').length
        const counted = values.filter((value) => value !== undefined && value > 0).length
        if (hidden === 1) expect(counted).toBe(1)
      }),
    )
  })

  it('shows areas and things as they are', () => {
    expect(publishedCells({ unit: 'm²' }, [1, 2])).toEqual([{ value: 1 }, { value: 2 }])
  })
})
