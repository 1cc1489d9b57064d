import { describe, expect, test } from 'vitest'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { refusedIntake, secretariat } from './fake-services.ts'
import { textOf, typedIn } from './markup.ts'
import { visitor } from './visitor.ts'

const PATH = `/intake/${refusedIntake.id}`
const textAt = async (answer: Response | Promise<Response>) => textOf(await (await answer).text())

describe('a refused event', () => {
  test('says where it came from, its number there, the local day, every reason in words, and what it said', async () => {
    const html = await (await visitor({ actor: secretariat }).get(PATH)).text()
    const text = textOf(html)
    for (const part of ['From odamis, 3 March 2026', 'C-2026-17', '"usd": "-1"']) expect(text).toContain(part)
    expect(text).toContain('Donor (data.donor): Holds no letter or digit')
    expect(text).toContain('Movement 1, Amount in US$ (data.movements.0.usd): “-1” is not an amount in USD')
    expect(text).toContain('Movement 2, Day of the rate (data.movements.1.usdRate.date): Enter a day')
    expect(text).toContain('id: Is empty')
    expect(html).toContain('&lt;b&gt;')
    expect(/<pre[^>]*>(.*?)<\/pre>/s.exec(html)?.[1]).toMatch(/^\{\n {1}&quot;id&quot;.*\n {2}&quot;donor/s)
  })

  test('is dealt with by a note, which stays when it is refused and is shown afterwards', async () => {
    const refusal = new UserError('invalid', say`Say what was done about it`, 'note')
    const { state, get, post, follow } = visitor({ actor: secretariat, refusal })
    const html = await (await post(PATH, { note: 'Told odamis' })).text()
    expect(html).toContain('id="note-error"')
    expect(typedIn(html, 'note')).toBe('Told odamis')
    const after = await textAt(follow(await post(PATH, { note: 'Told odamis' })))
    expect(after).toContain('The event is marked as dealt with.')
    expect(state.calls.at(-1)?.command).toEqual({ id: refusedIntake.id, note: 'Told odamis' })
    const settled = await (await get(PATH)).text()
    expect(textOf(settled)).toContain('Dealt with by Noy Sisouk, 10 April 2026')
    expect(settled).not.toContain('<textarea')
  })

  test('stands in a list, apart from what was taken in', async () => {
    const text = await textAt(visitor({ actor: secretariat }).get('/intake'))
    expect(text).toMatch(/odamis 3 March 2026 Refused.*odamis 3 March 2026 Taken in/)
  })
})
