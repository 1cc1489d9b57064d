import { expect, test, vi } from 'vitest'
import { outsideMarks } from './another-language.ts'
import { everyPage } from './every-page.ts'
import { elements, textOf } from './markup.ts'

vi.mock('#shared/web/messages/index.ts', async () => {
  const { anotherLanguage } = await import('./another-language.ts')
  const another = anotherLanguage()
  return { messagesFor: () => another }
})

const READ_OUT = ['title', 'aria-label', 'placeholder', 'alt', 'content']

const outside = (html: string) =>
  [
    textOf(html.replace(/<(script|style|textarea)[^>]*>[^<]*<\/\1>/g, '')),
    ...elements(html).flatMap(({ attributes }) => READ_OUT.flatMap((name) => attributes[name] ?? [])),
  ]
    .flatMap((text) => outsideMarks(text).split('\n'))
    .filter((text) => /[A-Za-z]{2}/.test(text))
    .map((text) => text.trim())

test('all', async () => {
  const all = new Map<string, string>()
  for (const { name, html } of await everyPage()) for (const text of outside(html)) all.set(text, all.get(text) ?? name)
  console.log([...all].map(([text, name]) => `${text}   <<< ${name}`).join('\n'))
  expect(all.size).toBe(0)
})
