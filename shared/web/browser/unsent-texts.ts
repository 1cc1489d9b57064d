/// <reference lib="dom" />
import { forget, keptUnder } from './kept-texts.ts'

/**
 * Says which texts of the report whose page this is were not sent yet, but for the one in the page's own form: where each belongs, what
 * it says, and how to throw it away. The words come with the page (`components/report/unsent-texts.tsx`).
 * @returns the notice, where there is one
 */
export const showUnsentTexts = (own: string | undefined): HTMLElement | undefined => {
  document.getElementById('unsent-texts')?.remove()
  const template = document.querySelector<HTMLTemplateElement>('#unsent')
  const texts = keptUnder(template?.dataset.keptUnder ?? '').filter(([name]) => name !== own)
  if (!template || texts.length === 0) return undefined
  document.querySelector('main')?.prepend(template.content.cloneNode(true))
  const notice = document.getElementById('unsent-texts') as HTMLElement
  const item = notice.querySelector('li') as HTMLElement
  for (const [name, { page, title, words }] of texts) {
    const one = item.cloneNode(true) as HTMLElement
    const [sentence, link, typed, button] = one.querySelectorAll<HTMLElement>('[data-slot]')
    sentence?.replaceChildren((sentence.textContent ?? '').replace('{title}', () => title))
    link?.setAttribute('href', page)
    typed?.replaceChildren(words)
    button?.addEventListener('click', () => {
      forget(name)
      showUnsentTexts(own)
    })
    item.before(one)
  }
  item.remove()
  return notice
}
