import { describe, expect, test } from 'vitest'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { chair } from './fake-services.ts'
import { elements, textOf } from './markup.ts'
import { visitor } from './visitor.ts'

const REPORT = '/reports/2026-Q1/survey-clearance'

describe('signing in', () => {
  test('someone unsigned is sent to sign in and comes back to the page they wanted', async () => {
    const { get, post, follow } = visitor({}, { signedIn: false })
    const signIn = await get(`${REPORT}?saved`)
    expect(signIn.status).toBe(303)
    const next = elements(await (await follow(signIn)).text(), 'input').find(
      ({ attributes }) => attributes.name === 'next',
    )
    expect(next?.attributes.value).toBe(`${REPORT}?saved`)
    const code = await follow(await post('/sign-in', { email: 'khamla@example.org', next: `${REPORT}?saved` }))
    expect(textOf(await code.text())).toContain('If this address is known, we have sent a mail')
    const entered = await post('/sign-in/code', { code: ' ໑໒໓ 456 ' })
    expect(entered.headers.get('location')).toBe(`${REPORT}?saved`)
    expect((await follow(entered)).status).toBe(200)
  })

  test.each([
    '//evil.example/x',
    '/\\evil.example',
    'https://evil.example',
    '/sign-in/code',
    'javascript:alert(1)',
    '/%5c/../..//evil.example',
  ])('a sign-in never leads on to %s', async (next) => {
    const { post } = visitor({}, { signedIn: false })
    await post('/sign-in', { email: 'khamla@example.org', next })
    const to = (await post('/sign-in/code', { code: '123456' })).headers.get('location') ?? ''
    expect(new URL(to, 'https://secretariat.example').origin).toBe('https://secretariat.example')
    expect(to).not.toMatch(/^\/[/\\]|^\/sign-in/)
  })

  test('known and unknown addresses get the same answer', async () => {
    const answers = await Promise.all(
      ['khamla@example.org', 'nobody@example.org'].map(async (email) => {
        const { post, follow } = visitor({}, { signedIn: false })
        return (await follow(await post('/sign-in', { email, next: '/' }))).text()
      }),
    )
    expect(answers[0]).toBe(answers[1])
  })

  test('the link of the mail only shows a button; sending it signs in', async () => {
    const { state, get, post } = visitor({}, { signedIn: false })
    const page = await get('/sign-in/link/good-token')
    expect(page.status).toBe(200)
    await get('/sign-in/link/good-token')
    expect(state.calls).toEqual([])
    const entered = await post('/sign-in/link/good-token')
    expect(state.calls).toEqual([{ name: 'completeSignIn', command: { token: 'good-token' } }])
    expect(entered.headers.get('location')).toBe('/')
  })

  test('the session cookie is for this host alone, out of reach of scripts and of other sites', async () => {
    const { post } = visitor({}, { signedIn: false })
    const cookies = (await post('/sign-in/link/good-token')).headers.getSetCookie()
    const session = cookies.find((cookie) => cookie.startsWith('__Host-session='))
    expect(session).toBe('__Host-session=khamla.secret; Path=/; HttpOnly; Secure; SameSite=Lax')
    for (const cookie of cookies) expect(cookie).toMatch(/^__Host-.*Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  test('a wrong code is said next to the field, a used link on its page', async () => {
    const { post, follow } = visitor({}, { signedIn: false })
    await follow(await post('/sign-in', { email: 'khamla@example.org', next: '/' }))
    const page = await (await post('/sign-in/code', { code: '000000' })).text()
    expect(page).toContain('id="code-error"')
    expect(textOf(page)).toContain('This code or link is wrong')
    const link = await (await post('/sign-in/link/old-token')).text()
    expect(textOf(link)).toContain('This link no longer works')
  })

  test('a code without the browser that asked for it is refused with a way on', async () => {
    const { post, state } = visitor({}, { signedIn: false })
    const page = textOf(await (await post('/sign-in/code', { code: '123456' })).text())
    expect(page).toContain('ask for a new mail')
    expect(state.calls).toEqual([])
  })

  test('what is no address, or too many requests, is said at the field and the text is kept', async () => {
    const { post } = visitor(
      { refusal: new UserError('too-many', say`Wait ten minutes`, 'email') },
      { signedIn: false },
    )
    const noAddress = await (await post('/sign-in', { email: 'khamla at example', next: '/' })).text()
    expect(noAddress).toContain('value="khamla at example"')
    expect(noAddress).toContain('id="email-error"')
    expect(textOf(await (await post('/sign-in', { email: 'a@example.org', next: '/' })).text())).toContain(
      'Wait ten minutes',
    )
  })

  test('signing out ends the session on the server and in the browser', async () => {
    const { state, get, post } = visitor()
    await post('/sign-out')
    expect(state.calls).toEqual([{ name: 'signOut', command: 'khamla.secret' }])
    expect((await get('/')).headers.get('location')).toBe('/sign-in')
  })
})

describe('a session that has ended', () => {
  test('keeps what was typed on the page that says so, ready to be sent again', async () => {
    const mine = visitor()
    mine.state.actor = undefined
    const form = { version: '3', achievements: 'Long <words>\nin two lines', challenges: '' }
    const answer = await mine.post(`${REPORT}/narrative`, form)
    expect(answer.status).toBe(401)
    const page = await answer.text()
    expect(elements(page, 'form').at(-1)?.attributes.action).toBe(`${REPORT}/narrative`)
    const kept = Object.fromEntries(
      elements(page, 'input').map(({ attributes }) => [attributes.name, attributes.value]),
    )
    expect(kept).toMatchObject(form)
    expect(mine.state.calls).toEqual([])
    mine.state.actor = chair
    expect((await mine.post(`${REPORT}/narrative`, form)).status).toBe(200)
    expect(mine.state.draft?.narrative.achievements).toBe('Long <words>\nin two lines')
  })
})
