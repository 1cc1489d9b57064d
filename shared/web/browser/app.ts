/// <reference lib="dom" />
import { keepDraft } from './keep-draft.ts'
import { forgetSent } from './kept-texts.ts'
import { sendForms } from './send-forms.ts'
import { signOut } from './sign-out.ts'
import { showUnsentTexts } from './unsent-texts.ts'

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

/** The form whose text is kept in this browser until it has arrived. */
const form = document.querySelector<HTMLFormElement>('form[data-kept]')
const showUnsent = () => showUnsentTexts(form?.dataset.kept)
forgetSent(
  form?.dataset.state === 'saved' || /[?&](saved|done)/.test(location.search) || /\/receipt\//.test(location.pathname),
)
const settle = form ? keepDraft(form) : undefined
showUnsent()
window.addEventListener('storage', showUnsent)

/** Before anything else hears of it: one is signed out, and a report is submitted, only once nothing waits to be sent. */
document.addEventListener(
  'submit',
  (event) => {
    const sent = event.target as HTMLFormElement
    const isSignOut = sent.getAttribute('action') === '/sign-out'
    const unsent = 'afterUnsent' in sent.dataset ? showUnsent() : undefined
    if (!isSignOut && !unsent) return
    event.preventDefault()
    event.stopPropagation()
    unsent?.focus()
    if (isSignOut) void signOut(sent, settle)
  },
  true,
)

sendForms()
