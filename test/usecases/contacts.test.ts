import { expect, it } from 'vitest'
import { addMs } from '#shared/domain/dates.ts'
import { contactIdByAddress, contactWrite, readContact } from '#shared/records/contacts.ts'
import { changeContact, endRole, endSessionsOf, liftMailSuspension } from '#shared/usecases/contacts/change-contact.ts'
import { recordContact } from '#shared/usecases/contacts/manage-contacts.ts'
import { registerContact } from '#shared/usecases/contacts/register-contact.ts'
import { completeSignIn } from '#shared/usecases/sign-in/complete-sign-in.ts'
import { requestSignIn } from '#shared/usecases/sign-in/request-sign-in.ts'
import { actorOf } from '#shared/usecases/sign-in/session.ts'
import { endOtherSessions, endSession, listSessions } from '#shared/usecases/sign-in/sessions.ts'
import { describeOnTable } from '../fixtures/table.ts'
import { at, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const NOW = at('2026-05-04', '09:00')
const LATER = addMs(NOW, 60_000)
const CHAIR = 'chair@risk-education.example'
const PERSON = { name: 'Souksavanh', organisation: 'NRA' }

describeOnTable('a contact', (fresh) => {
  const begin = async () => {
    const world = await worldOn(await fresh())
    world.setClock(NOW)
    const secretariat = await world.contactAt(SECRETARIAT)
    const chair = await world.contactAt(CHAIR)
    const ask = (email = CHAIR, now = NOW) =>
      requestSignIn({ ...world.deps, secretariat: [] })({ email, ip: '203.0.113.7' }, now)
    const signIn = async (email = CHAIR, now = NOW) =>
      (await completeSignIn(world.deps)({ ...(await ask(email, now)), code: '123456' }, now)).session
    const who = actorOf(world.deps)
    return { world, secretariat, chair, id: chair.contact.id, ask, signIn, who }
  }
  it('loses a role with the next request, and keeps it in its history', async () => {
    const { world, secretariat, id, signIn, who } = await begin()
    const session = await signIn()
    const [role] = (await who(session))?.roles ?? []
    await endRole(world.deps)(
      { id, group: 'risk-education', role: 'chair', from: role?.from ?? '' },
      secretariat,
      LATER,
    )
    expect((await who(session))?.roles).toMatchObject([{ role: 'chair', until: '2026-05-03' }])
  })

  it('reads the pages in the language that is said, and in English until then', async () => {
    const { world, secretariat, id } = await begin()
    const languageOf = async (of: string) => (await readContact(world.deps.records, of))?.contact.value.language
    expect(await languageOf(id)).toBe('en')
    const change = (language?: string) =>
      changeContact(world.deps)(
        { id, email: CHAIR, ...PERSON, ...(language === undefined ? {} : { language }) },
        secretariat,
        NOW,
      )
    await change('lo')
    for (const none of [undefined, '', 'fr']) await change(none)
    expect(await languageOf(id)).toBe('lo')
    const role = { name: 'New', organisation: '', role: 'member', group: 'risk-education', seat: '' }
    for (const [email, language] of [
      ['new@lao.example', 'lo'],
      ['new@other.example', 'fr'],
    ] as const) {
      await recordContact(world.deps)({ ...role, email, language }, secretariat, NOW)
      const known = (await contactIdByAddress(world.deps.records, email)) ?? ''
      expect(await languageOf(known)).toBe(language === 'lo' ? 'lo' : 'en')
    }
  })

  it('never had a role that is taken back on the day it was given', async () => {
    const { world, secretariat, id } = await begin()
    const command = { email: CHAIR, name: '', organisation: '', role: 'member', group: 'survey-clearance', seat: '' }
    await recordContact(world.deps)(command, secretariat, NOW)
    await endRole(world.deps)({ id, group: 'survey-clearance', role: 'member', from: '2026-05-04' }, secretariat, LATER)
    expect((await readContact(world.deps.records, id))?.roles.map(({ role }) => role)).toEqual(['chair'])
  })

  it('of the secretariat does not end the own role by mistake', async () => {
    const { world, secretariat } = await begin()
    const [role] = secretariat.roles
    const command = { id: secretariat.contact.id, group: 'swg', role: 'secretariat', from: role?.from ?? '' } as const
    await expect(endRole(world.deps)(command, secretariat, NOW)).rejects.toMatchObject({ code: 'own-role' })
  })

  it('with another address signs in anew: the old address, its sessions and its codes are good for nothing', async () => {
    const { world, secretariat, id, ask, signIn, who } = await begin()
    const session = await signIn()
    const asked = await ask()
    const email = 'New@Risk-Education.example'
    await changeContact(world.deps)({ id, email, ...PERSON }, secretariat, LATER)
    expect(await who(session)).toBeUndefined()
    await expect(completeSignIn(world.deps)({ ...asked, code: '123456' }, LATER)).rejects.toMatchObject({
      code: 'sign-in-refused',
    })
    expect(await contactIdByAddress(world.deps.records, CHAIR)).toBeUndefined()
    const anew = await signIn('new@risk-education.example', addMs(LATER, 1))
    expect((await who(anew))?.contact).toMatchObject({ id, email: 'new@risk-education.example', name: 'Souksavanh' })
  })

  it('gives its old address free for somebody else', async () => {
    const { world, secretariat, id } = await begin()
    await changeContact(world.deps)({ id, email: 'new@risk-education.example', ...PERSON }, secretariat, NOW)
    const roles = [{ group: 'risk-education', role: 'alternate' as const, from: '2026-05-04' }]
    const next = await registerContact(world.deps)({ name: 'Noy', email: CHAIR, organisation: '', roles })
    expect(next.id).not.toBe(id)
    expect((await world.contactAt(CHAIR)).contact.name).toBe('Noy')
    expect((await world.contactAt('new@risk-education.example')).contact.id).toBe(id)
  })

  it('cannot take an address that has an owner, nor one that is none', async () => {
    const { world, secretariat, id } = await begin()
    for (const [email, code] of [
      [SECRETARIAT, 'address-known'],
      ['nowhere', 'invalid'],
    ] as const) {
      const change = changeContact(world.deps)({ id, email, ...PERSON }, secretariat, NOW)
      await expect(change).rejects.toMatchObject({ code, field: 'email' })
    }
    expect((await world.contactAt(CHAIR)).contact.id).toBe(id)
  })

  it('gets mail again when the suspension is lifted', async () => {
    const { world, secretariat, id } = await begin()
    const stored = (await readContact(world.deps.records, id))?.contact
    if (!stored) throw new Error('no such contact')
    await world.deps.records.transact([contactWrite({ ...stored.value, mailSuspended: true }, stored)])
    await liftMailSuspension(world.deps)(id, secretariat, NOW)
    expect((await world.contactAt(CHAIR)).contact.mailSuspended).toBe(false)
  })

  it('is locked out everywhere when the secretariat ends its sessions, until it signs in anew', async () => {
    const { world, secretariat, id, ask, signIn, who } = await begin()
    const sessions = [await signIn(), await signIn()]
    const asked = await ask()
    await endSessionsOf(world.deps)(id, secretariat, LATER)
    for (const session of sessions) expect(await who(session)).toBeUndefined()
    await expect(completeSignIn(world.deps)({ ...asked, code: '123456' }, LATER)).rejects.toMatchObject({
      code: 'sign-in-refused',
    })
    expect(await who(await signIn(CHAIR, addMs(LATER, 1)))).toBeDefined()
  })

  it('sees its own sessions, ends one or all others, and never anybody else’s', async () => {
    const { world, chair, signIn, who } = await begin()
    const [mine, lost, other] = [
      await signIn(),
      await signIn(CHAIR, LATER),
      await signIn('chair@survey-clearance.example'),
    ]
    const seen = await listSessions(world.deps)(chair, mine)
    expect(seen.map(({ since, current }) => [since, current])).toEqual([
      [LATER, false],
      [NOW, true],
    ])
    for (const session of [mine, lost]) expect(JSON.stringify(seen)).not.toContain(session.split('.')[1])
    const stranger = await world.contactAt('chair@survey-clearance.example')
    const [theirs] = await listSessions(world.deps)(stranger, other)
    await expect(endSession(world.deps)(theirs?.id ?? '', chair)).rejects.toMatchObject({ code: 'not-found' })
    await endSession(world.deps)(seen[0]?.id ?? '', chair)
    expect(await who(lost)).toBeUndefined()
    const third = await signIn()
    await endOtherSessions(world.deps)(chair, mine)
    expect([await who(third), await who(mine), await who(other)].map((actor) => actor !== undefined)).toEqual([
      false,
      true,
      true,
    ])
  })

  it('is changed by the secretariat alone', async () => {
    const { world, chair, id } = await begin()
    for (const change of [
      changeContact(world.deps)({ id, email: CHAIR, ...PERSON }, chair, NOW),
      endRole(world.deps)({ id, group: 'risk-education', role: 'chair', from: '2020-01-01' }, chair, NOW),
      liftMailSuspension(world.deps)(id, chair, NOW),
      endSessionsOf(world.deps)(id, chair, NOW),
    ])
      await expect(change).rejects.toMatchObject({ code: 'forbidden' })
  })
})
