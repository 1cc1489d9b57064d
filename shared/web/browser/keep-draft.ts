/// <reference lib="dom" />
import type { DraftAnswer } from '../report-draft/draft-answer.ts'
import { showFieldTexts, showPast } from './field-texts.ts'
import { forget, keep, kept, rememberSent } from './kept-texts.ts'
import { sendDraft } from './send-draft.ts'

/** A pause in typing that is long enough to save. */
const PAUSE_MS = 1500
const RETRY_MS = 10_000

/** Hidden fields say what the text belongs to; they are not part of it. */
const read = (form: HTMLFormElement): { text: string; place: string } => {
  const text = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
  const place = new URLSearchParams()
  for (const { name, value } of form.querySelectorAll<HTMLInputElement>('[type=hidden]')) {
    place.set(name, value)
    text.delete(name)
  }
  return { text: text.toString(), place: place.toString() }
}

/** What was typed as its reader knows it: `Land release, Area cleared: 12 ha`. */
const inWords = (form: HTMLFormElement): string =>
  [...(form.elements as unknown as HTMLInputElement[])]
    .filter(({ type, labels, value, checked }) => labels?.[0] && value && (checked || !/radio|checkbox/.test(type)))
    .map((field) => {
      const chosen = (field as unknown as HTMLSelectElement).selectedOptions?.[0]?.text
      const place = [field.closest('fieldset')?.querySelector('legend'), field.labels?.[0]]
      const name = place
        .map((one) => one?.textContent?.trim())
        .filter(Boolean)
        .join(', ')
      return field.checked ? name : `${name}: ${chosen ?? field.value}`
    })
    .join('\n')

const fill = (form: HTMLFormElement, values: string): void => {
  for (const [name, value] of new URLSearchParams(values)) {
    const field = form.elements.namedItem(name) as HTMLInputElement | null
    if (field) field.value = value
  }
}

/** Ticks stand in a text only where they are set, and several of one name side by side. */
const tick = (form: HTMLFormElement, values: string): void => {
  const typed = new URLSearchParams(values)
  for (const box of form.querySelectorAll<HTMLInputElement>('[type=checkbox]'))
    box.checked = typed.getAll(box.name).includes(box.value)
}

/**
 * Saves the form of a report's part by itself: after a pause, on leaving, and when a lost line is back. What has not been answered
 * is kept in this browser. A body that may have arrived is sent again word for word first: the server knows it then.
 * A form that only its button saves (`data-by-hand`) is kept in this browser too, until that button's text has arrived.
 * @returns sends what is unsent, for whoever leaves; nothing is saved by itself from then on, until somebody types again
 */
export const keepDraft = (form: HTMLFormElement): (() => Promise<void>) | undefined => {
  const line = form.querySelector<HTMLElement>('.app-draft')
  if (!line) return undefined
  const words = line.dataset
  const now = () => read(form)
  const say = (text = '') => {
    if (line.textContent !== text) line.textContent = text
  }
  let name = form.dataset.kept ?? ''
  let needs = form.dataset.needs?.split(' ') ?? []
  /** Two texts wait for a decision: only the button saves. */
  let paused = form.dataset.state === 'unsaved'
  const opened = now().text
  let saved = paused ? undefined : opened
  const byHand = 'byHand' in form.dataset ? opened : undefined
  let doubt: string | undefined
  let busy: Promise<void> | undefined
  let submitted = false
  let timer = 0

  const later = (ms: number) => {
    clearTimeout(timer)
    timer = window.setTimeout(save, ms)
  }
  const keepOrForget = () => {
    const { text, place } = now()
    if (!doubt && text === saved) return forget(name)
    const action = form.getAttribute('action') ?? ''
    const page = location.pathname === action ? action + location.search : action
    const title = document.querySelector('h1')?.lastChild?.textContent ?? ''
    keep(name, { text, place, doubt, action, page, title, words: inWords(form), byHand })
  }

  const save = (leaving?: unknown): Promise<void> => {
    const { text, place } = now()
    if (
      !busy &&
      !paused &&
      byHand === undefined &&
      (doubt || (text !== saved && needs.every((one) => new FormData(form).get(one))))
    )
      busy = send(doubt ?? `${text}&${place}`, leaving === true).finally(() => {
        busy = undefined
      })
    return busy ?? Promise.resolve()
  }

  const send = async (body: string, leaving: boolean): Promise<void> => {
    doubt = body
    keepOrForget()
    try {
      const { status, answer } = await sendDraft(form.getAttribute('action') ?? '', body, leaving)
      take(status, answer ?? { status: (status === 401 ? words.signedOut : words.refused) ?? '' }, body)
    } catch {
      say(words.waiting)
      later(RETRY_MS)
    }
  }

  const take = (status: number, answer: DraftAnswer, body: string): void => {
    doubt = undefined
    say(answer.status)
    if (answer.kept && answer.action) {
      fill(form, new URLSearchParams(answer.hidden).toString())
      form.setAttribute('action', answer.action)
      if (needs.length > 0) history.replaceState(null, '', answer.action)
      needs = []
      if (answer.kept !== name) forget(name)
      form.dataset.kept = name = answer.kept
    }
    if (answer.notice) {
      paused = true
      document.querySelector('.govuk-notification-banner')?.remove()
      document.querySelector('main')?.insertAdjacentHTML('afterbegin', answer.notice)
    }
    if (status === 200) {
      const sent = new URLSearchParams(body)
      for (const one of new URLSearchParams(now().place).keys()) sent.delete(one)
      saved = sent.toString()
      if (now().text !== saved) later(PAUSE_MS)
      if (answer.past) showPast(form, answer.past)
      showFieldTexts(form, answer.problems ?? [], words.error ?? '')
    }
    keepOrForget()
  }

  form.addEventListener('input', () => {
    submitted = false
    keepOrForget()
    if (byHand !== undefined) say(navigator.onLine ? '' : words.waiting)
    later(PAUSE_MS)
  })
  window.addEventListener('online', () => later(0))
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && !submitted) void save(true)
  })
  form.addEventListener('submit', (event) => {
    clearTimeout(timer)
    rememberSent(name)
    // what is on its way comes first, so that one's own text is no conflict; pressed again, the button does as it is told
    if ((busy || doubt) && !submitted) {
      event.preventDefault()
      void save().then(() => {
        if (!paused && !doubt) form.requestSubmit(event.submitter)
      })
    }
    submitted = true
  })
  form.addEventListener('linelost', (event) => {
    event.preventDefault()
    submitted = false
    keepOrForget()
    say(words.waiting)
    later(RETRY_MS)
  })

  // text that is saved arrived as its page was left; the answer found nobody
  if (kept(name)?.text === saved) forget(name)
  const left = kept(name)
  if (left && !paused) {
    fill(form, left.text)
    tick(form, left.text)
    // what is saved by hand is decided about as it stands, unless what its page shows has changed
    if (byHand !== left.byHand || byHand === undefined) fill(form, left.place)
    doubt = left.doubt
    say(words.restored)
    later(PAUSE_MS)
  } else if (!paused) say(words.begin)

  return async () => {
    clearTimeout(timer)
    submitted = true
    await save()
    await save()
  }
}
