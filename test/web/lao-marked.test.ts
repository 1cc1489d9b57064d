import { expect, test } from 'vitest'
import { completeDraft, header } from '../fixtures/survey-clearance.ts'
import { actionPoint, secretariat } from './fake-services.ts'
import { unmarkedLao } from './markup.ts'
import { visitor } from './visitor.ts'

const REPORT = '/reports/2026-Q1/coordination-policy-funding'
const LAO = 'ການເກັບກູ້ ລະເບີດ'
const topic = { kind: 'topic', subject: LAO, note: LAO }
const draft = completeDraft({ rows: [topic], header: header({ preparedBy: 'ບຸນມີ' }) })
const at = () => visitor({ actor: secretariat, draft, actionPoints: [actionPoint({ text: LAO })] })

/** The page that answers, once it is seen that it holds Lao. */
const laoOn = async (answer: Response): Promise<string[]> => {
  const html = await answer.text()
  expect(html.replace(/<title>.*?<\/title>/, '')).toMatch(/[\u0e80-\u0eff]/)
  return unmarkedLao(html)
}

test.each(['', '/header', '/rows/1', '/rows/1/remove', '/check', '/discard', '/actions'])(
  'Lao is marked as Lao wherever it stands on the page “%s” of a report, in a sentence of ours too',
  async (path) => expect(await laoOn(await at().get(REPORT + path))).toEqual([]),
)

const wrong: [where: string, path: string, typed: Record<string, string>][] = [
  ['a summary of what is to be mended', '/rows/1', { ...topic, amount: 'ສິບ', version: '3' }],
  ['a summary of what is to be mended in a list', '/header', { ...header({ dataSource: 'ສິບ' }), version: '3' }],
  ['a change of somebody else’s', '/rows/1', { ...topic, note: 'ອື່ນ', version: '1' }],
  ['the mistakes of a table', '/table', { table: `Kind of item\tWhat it is\nໝວດ\t${LAO}`, version: '3' }],
  [
    'what a table would change',
    '/table',
    { table: `Kind of item\tWhat it is\tNote\nProposed SWG topic\t${LAO}\tອື່ນ\nProposed SWG topic\tໃໝ່\t`, version: '3' },
  ],
]
test.each(wrong)('Lao is marked as Lao in %s', async (_, path, typed) => {
  expect(await laoOn(await at().post(REPORT + path, typed))).toEqual([])
})
