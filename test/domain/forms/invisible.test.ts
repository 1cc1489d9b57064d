import { expect, it } from 'vitest'
import { roundOf } from '#shared/domain/calendar/round.ts'
import { invisibleIn } from '#shared/domain/forms/invisible.ts'
import { surveyClearance } from '#shared/domain/forms/of-twgs/survey-clearance.ts'
import { readDraft, uncommented } from '#shared/domain/forms/read-draft.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { completeDraft } from '../../fixtures/survey-clearance.ts'
import { surveyReport, surveyRow } from '../../fixtures/survey-report.ts'

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

it('a comment counts once it can be taken, and only those on present warnings go with the report', () => {
  const earlier = [surveyReport([surveyRow('09', 'UXO Lao')])]
  const read = (comments: Record<string, string>) =>
    readDraft(surveyClearance, completeDraft({ comments }), {
      round: roundOf('2026-Q1', laoUxo),
      sector: laoUxo,
      earlier,
    })
  const { problems } = read({})
  const [first = '', ...rest] = problems.map(({ key }) => key)
  const good = Object.fromEntries([first, ...rest].map((key) => [key, ' Rain\r\nand mud ']))
  expect(uncommented(problems, { comments: good })).toEqual([])
  for (const bad of ['Rain\u2066', ' \n', 'x'.repeat(1501)])
    expect(uncommented(problems, { comments: { ...good, [first]: bad } }).map(({ key }) => key)).toEqual([first])
  const { content } = read({ ...good, 'trend:gone:13 · MAG': 'Old' })
  expect(content?.comments).toEqual(Object.fromEntries([first, ...rest].map((key) => [key, 'Rain\nand mud'])))
})
