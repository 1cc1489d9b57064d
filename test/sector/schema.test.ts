import { describe, expect, it } from 'vitest'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { Sector } from '#shared/sector/schema.ts'

describe('a sector file', () => {
  const refusal = (change: object) => Sector.safeParse({ ...laoUxo, ...change }).error?.issues.map(({ path }) => path)

  it('describes the sample sector', () => expect(Sector.parse(laoUxo)).toEqual(laoUxo))

  it('names as coordinating TWG one that it has', () =>
    expect(refusal({ coordinatingTwg: 'coordination' })).toEqual([['coordinatingTwg']]))
})
