import { describe, expect, test } from 'vitest'
import { everyPage } from './every-page.ts'
import { elements, textOf } from './markup.ts'

const pages = await everyPage()
const SECRET_WORDS = /undefined|\[object|NaN|Invalid Date/

describe.each(pages)('$name', ({ answer, html }) => {
  test('is a page in a language, with one heading, a main part and a way past the navigation', () => {
    expect(html).toMatch(/^<!doctype html><html lang="en"/)
    expect(elements(html, 'h1')).toHaveLength(1)
    expect(elements(html, 'main')).toHaveLength(1)
    expect(html).toContain('href="#main-content"')
    expect(textOf(/<title>(.*?)<\/title>/.exec(html)?.[1] ?? '').length).toBeGreaterThan(10)
    expect(textOf(html)).not.toMatch(SECRET_WORDS)
  })

  test('every input has a label, every id that describes one exists, and no id stands twice', () => {
    const all = elements(html)
    const ids = all.flatMap(({ attributes }) => (attributes.id === undefined ? [] : [attributes.id]))
    expect(ids).toEqual([...new Set(ids)])
    const labelled = new Set(elements(html, 'label').map(({ attributes }) => attributes.for))
    for (const { attributes } of elements(html, 'input', 'select', 'textarea')) {
      if (attributes.type === 'hidden') continue
      expect(labelled).toContain(attributes.id)
    }
    for (const { attributes } of all) {
      for (const id of [attributes['aria-describedby'], attributes['aria-labelledby']].flatMap(
        (list) => list?.split(' ') ?? [],
      )) {
        expect(ids).toContain(id)
      }
      if (attributes.href?.startsWith('#')) expect(ids).toContain(attributes.href.slice(1))
    }
  })

  test('holds no script, style or handler of its own, and says so in its policy', () => {
    const policy = answer.headers.get('content-security-policy') ?? ''
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ]) {
      expect(policy).toContain(rule)
    }
    expect(policy).not.toContain('unsafe')
    for (const { tag, attributes } of elements(html)) {
      expect(tag).not.toBe('style')
      if (tag === 'script') expect(attributes.src).toMatch(/^\/assets\/app\.js/)
      for (const name of Object.keys(attributes)) expect(name).not.toMatch(/^on|^style$/)
    }
  })

  test('is kept by no cache, framed by nobody, and tells other sites nothing', () => {
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('x-frame-options')).toBe('DENY')
    expect(answer.headers.get('referrer-policy')).toBe('same-origin')
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=')
  })

  test('every form is sent to this site, by POST unless it only asks', () => {
    for (const { attributes } of elements(html, 'form')) {
      expect(attributes.method).toBe(attributes.action === '/funding/ledger' ? 'get' : 'post')
      expect(attributes.action).toMatch(/^\/(?!\/)/)
    }
  })
})
