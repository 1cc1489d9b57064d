import { expect, it } from 'vitest'
import { invisibleIn } from '#shared/domain/forms/invisible.ts'

it.each([
  ['\u202Eelpoep', /U\+202E\) at its beginning/],
  ['Clearance of \u2066Kham\u2069', /U\+2066\) after “Clearance of”/],
  ['Kham\u00adkeut', /U\+00AD\) after “Kham”/],
  ['a\u0000b', /U\+0000/],
  ['a\u{e0041}b', /U\+E0041/],
  ['\ufeffNote', /U\+FEFF/],
])('an invisible character in %j is named with its place', (text, says) => expect(invisibleIn(text)).toMatch(says))

it.each(['ເກັບກູ້\u200bແຂວງ', 'two\nlines\tand a tab', 'família 👩‍👧 naïve', ''])('%j is text like any other', (text) =>
  expect(invisibleIn(text)).toBeUndefined(),
)
