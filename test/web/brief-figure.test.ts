import { expect, test } from 'vitest'
import { scaleFor } from '#shared/render/figures-in-words.ts'
import { quantityText } from '#shared/web/components/brief/figure.tsx'
import { messagesFor } from '#shared/web/messages/index.ts'
import { figure } from '../fixtures/briefs.ts'

test('a figure by itself carries its unit, money before and everything else behind, and nothing where it is not available', () => {
  const told = (value: number | undefined, unit: string, leftOut = 0) =>
    quantityText(figure(value, leftOut), scaleFor(unit, [value]), messagesFor('en').t)
  expect(told(57_159_000, 'USD')).toBe('US$ 57,159,000')
  expect(told(13_105_000, 'm²', 2)).toBe('1,310.5 ha (2 not available)')
  expect(told(12, '')).toBe('12')
  expect(told(undefined, 'USD')).toBe('n/a')
})
