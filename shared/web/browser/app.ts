/// <reference lib="dom" />
import { keepDraft } from './keep-draft.ts'
import { forgetAll, forgetSent } from './kept-texts.ts'

/**
 * What a page gains with JavaScript; every page works without it. Kept tiny: it is part of each first load.
 * Loaded as a module at the end of the page's head, so it runs once the page is there.
 */
document.documentElement.classList.add('js-enabled')

/** A message that has just appeared takes the focus, so that keyboard and screen reader begin there. */
const message = document.querySelector<HTMLElement>('.govuk-error-summary, .govuk-notification-banner--success')
if (message) {
  message.tabIndex = -1
  message.focus()
}

/** On a bad line people press twice: the second press is swallowed while the first is on its way. */
const PATIENCE_MS = 3000
const sentAt = new WeakMap<EventTarget, number>()
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  const before = sentAt.get(form)
  if (before !== undefined && event.timeStamp - before < PATIENCE_MS) event.preventDefault()
  else sentAt.set(form, event.timeStamp)
})

document.addEventListener('submit', (event) => {
  if ((event.target as HTMLFormElement).getAttribute('action') === '/sign-out') forgetAll()
})

const form = document.querySelector<HTMLFormElement>('form[data-kept]')
forgetSent(/[?&]saved/.test(location.search) || form?.dataset.state === 'saved')
if (form) keepDraft(form)
