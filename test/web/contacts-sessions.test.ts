import { describe, expect, test } from 'vitest'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { secretariat } from './fake-services.ts'
import { elements, textOf, typedIn } from './markup.ts'
import { visitor } from './visitor.ts'

const textAt = async (answer: Response | Promise<Response>) => textOf(await (await answer).text())

describe('a contact’s page', () => {
  const path = '/contacts/khamla'

  test('changes who it is, and keeps what was typed when that is refused', async () => {
    const form = { name: 'Khamla P.', email: 'taken@example.org', organisation: 'NRA' }
    const refusal = new UserError('address-known', say`This address already belongs to a contact`, 'email')
    const { state, post, follow } = visitor({ actor: secretariat, refusal })
    const html = await (await post(path, form)).text()
    expect(html).toContain('id="email-error"')
    expect(typedIn(html, 'name')).toBe('Khamla P.')
    expect(await textAt(follow(await post(path, form)))).toContain('The contact is saved.')
    expect(state.calls.at(-1)).toEqual({ name: 'changeContact', command: { id: 'khamla', ...form, language: '' } })
  })

  test('ends each role, lifts a suspension and signs the person out by a button each', async () => {
    const { state, get, post } = visitor({ actor: secretariat })
    const html = await (await get(path)).text()
    for (const form of elements(html, 'form').map(({ attributes }) => attributes.action ?? '')) {
      if (!form.startsWith(`${path}/`)) continue
      const role = ['group', 'role', 'from'].map((name) => [name, typedIn(html, name) ?? ''])
      expect((await post(form, Object.fromEntries(role))).headers.get('location')).toBe(`${path}?done`)
    }
    expect(state.calls).toEqual([
      { name: 'liftMailSuspension', command: 'khamla' },
      {
        name: 'endRole',
        command: { id: 'khamla', group: 'survey-clearance', role: 'chair', from: '2024-01-01' },
      },
      { name: 'endSessionsOf', command: 'khamla' },
    ])
    expect((await post(`${path}/end-role`, { role: '__proto__' })).status).toBe(404)
  })
})

describe('where one is signed in', () => {
  test('the other sessions can be ended, one or all; this one by signing out', async () => {
    const { state, get, post } = visitor()
    const html = await (await get('/sessions')).text()
    expect(textOf(html)).toContain('This browser')
    expect(typedIn(html, 'session')).toBe('other')
    expect((await post('/sessions/end', { session: 'other' })).headers.get('location')).toBe('/sessions?ended')
    await post('/sessions/end-others')
    expect(state.calls).toEqual([
      { name: 'endSession', command: 'other' },
      { name: 'endOtherSessions', command: 'khamla.secret' },
    ])
  })
})
