import { expect, it } from 'vitest'
import { addMs } from '#shared/domain/dates.ts'
import { completeSignIn } from '#shared/usecases/sign-in/complete-sign-in.ts'
import { requestSignIn } from '#shared/usecases/sign-in/request-sign-in.ts'
import { actorOf, signOut } from '#shared/usecases/sign-in/session.ts'
import { describeOnTable } from '../fixtures/table.ts'
import { at, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const NOW = at('2026-01-02')
const MINUTE = 60_000

describeOnTable('sign-in', (fresh) => {
  const open = async () => {
    const world = await worldOn(await fresh())
    world.setClock(NOW)
    const request = (email: string, ip = '203.0.113.7') =>
      requestSignIn({ ...world.deps, secretariat: [SECRETARIAT, 'new@secretariat.example'] })({ email, ip }, NOW)
    const complete = (proof: Parameters<ReturnType<typeof completeSignIn>>[0]) => completeSignIn(world.deps)(proof, NOW)
    const token = async () => {
      const mail = (await world.mails('sign-in')).at(-1)
      return mail?.content.kind === 'sign-in' ? mail.content.token : ''
    }
    return { world, request, complete, token }
  }

  it('answers known and unknown addresses alike, and mails only the known', async () => {
    const { world, request } = await open()
    const [known, unknown] = [await request('chair@risk-education.example'), await request('nobody@elsewhere.example')]
    expect(Object.keys(known)).toEqual(Object.keys(unknown))
    expect(await world.mails('sign-in')).toHaveLength(1)
  })

  it('asks the store the same for an unknown address as for a known one, so that the time says nothing', async () => {
    const { world } = await open()
    const asked = async (email: string) => {
      const calls: string[] = []
      const { records } = world.deps
      const recording: typeof records = {
        get: (key) => {
          calls.push(`get ${key.PK.split('#')[0]}`)
          return records.get(key)
        },
        query: (query) => {
          calls.push('query')
          return records.query(query)
        },
        transact: (writes) => {
          calls.push('transact')
          return records.transact(writes)
        },
      }
      const deps = { ...world.deps, records: recording, secretariat: [SECRETARIAT] }
      await requestSignIn(deps)({ email, ip: '203.0.113.7' }, NOW)
      return calls
    }
    const unknown = await asked('nobody@elsewhere.example')
    expect(unknown.at(-1)).toBe('transact')
    expect(await asked('chair@risk-education.example')).toEqual(unknown)
    expect(await asked(SECRETARIAT)).toEqual(unknown)
  })

  it('refuses the fifty-first request from one network address, whatever it asks for', async () => {
    const { request } = await open()
    for (let n = 0; n < 50; n++) await request(`nobody${n}@elsewhere.example`)
    await expect(request('nobody50@elsewhere.example')).rejects.toMatchObject({ code: 'too-many' })
    await expect(request('nobody50@elsewhere.example', '203.0.113.8')).resolves.toBeDefined()
  })

  it('opens a session by code, whatever the case of the address and the spaces in the code', async () => {
    const { world, request, complete } = await open()
    const { challenge } = await request(' Chair@Risk-Education.example ')
    const { session } = await complete({ challenge, code: '123 456' })
    expect((await actorOf(world.deps)(session))?.contact.email).toBe('chair@risk-education.example')
  })

  it('uses a link or its code once, and neither after ten minutes', async () => {
    const { world, request, complete, token } = await open()
    const { challenge } = await request('chair@risk-education.example')
    const link = { token: await token() }
    await complete(link)
    await expect(complete(link)).rejects.toMatchObject({ code: 'sign-in-refused' })
    await expect(complete({ challenge, code: '123456' })).rejects.toMatchObject({ code: 'sign-in-refused' })
    const late = await request('chair@risk-education.example')
    world.setClock(addMs(NOW, 10 * MINUTE))
    await expect(complete({ challenge: late.challenge, code: '123456' })).rejects.toMatchObject({
      code: 'sign-in-refused',
    })
  })

  it('gives up a challenge after five wrong codes, and never knows an unknown address', async () => {
    const { request, complete } = await open()
    const { challenge } = await request('chair@risk-education.example')
    for (let n = 0; n < 5; n++)
      await expect(complete({ challenge, code: '000000' })).rejects.toMatchObject({ field: 'code' })
    await expect(complete({ challenge, code: '123456' })).rejects.toMatchObject({ code: 'sign-in-refused' })
    const unknown = await request('nobody@elsewhere.example')
    await expect(complete({ challenge: unknown.challenge, code: '123456' })).rejects.toMatchObject({
      code: 'sign-in-refused',
    })
  })

  it('refuses a sixth request for one address within ten minutes', async () => {
    const { request } = await open()
    for (let n = 0; n < 5; n++) await request('chair@risk-education.example', `203.0.113.${n}`)
    await expect(request('chair@risk-education.example', '203.0.113.9')).rejects.toMatchObject({ code: 'too-many' })
    await expect(request('alternate@risk-education.example')).resolves.toBeDefined()
  })

  it('lets an address of the settings in before anything else was set up, as the secretariat', async () => {
    const { world, request, complete } = await open()
    const { challenge } = await request('new@secretariat.example')
    const { session } = await complete({ challenge, code: '123456' })
    expect((await actorOf(world.deps)(session))?.roles.map(({ role }) => role)).toEqual(['secretariat'])
  })

  it('ends a session when it is signed out, after twelve hours, and never opens somebody else’s', async () => {
    const { world, request, complete } = await open()
    const { session } = await complete({
      challenge: (await request('chair@risk-education.example')).challenge,
      code: '123456',
    })
    const other = (await world.contactAt('chair@survey-clearance.example')).contact.id
    expect(await actorOf(world.deps)(`${other}.${session.split('.')[1]}`)).toBeUndefined()
    world.setClock(addMs(NOW, 12 * 60 * MINUTE))
    expect(await actorOf(world.deps)(session)).toBeUndefined()
    world.setClock(NOW)
    expect(await actorOf(world.deps)(session)).toBeDefined()
    await signOut(world.deps)(session)
    expect(await actorOf(world.deps)(session)).toBeUndefined()
  })
})
