/// <reference lib="dom" />
import { type FieldText, showFieldTexts } from './field-texts.ts'
import { forget, keep, kept, rememberSent } from './kept-texts.ts'

/** A pause in typing that is long enough to save. */
const PAUSE_MS = 1500
const RETRY_MS = 10_000
/** After this a line counts as lost. */
const PATIENCE_MS = 20_000
/** Hidden fields that say what the text belongs to; they are not part of it. */
const PLACE = ['version', 'base', 'row-name']

/** What the server says (`routes/draft-answer.tsx`). */
interface DraftAnswer {
  readonly status?: string | undefined
  readonly action?: string
  readonly hidden?: Readonly<Record<string, string>>
  readonly kept?: string
  readonly problems?: readonly FieldText[]
  readonly notice?: string
}

const split = (form: URLSearchParams): { text: string; place: string } => {
  const place = new URLSearchParams()
  for (const name of PLACE) {
    if (form.has(name)) place.set(name, form.get(name) ?? '')
    form.delete(name)
  }
  return { text: form.toString(), place: place.toString() }
}

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
 */
export const keepDraft = (form: HTMLFormElement): void => {
  const line = form.querySelector<HTMLElement>('.app-draft')
  if (!line) return
  const words = line.dataset
  const now = () => split(new URLSearchParams(new FormData(form) as unknown as Record<string, string>))
  const say = (text = '') => {
    if (line.textContent !== text) line.textContent = text
  }
  let name = form.dataset.kept ?? ''
  let needs = form.dataset.needs?.split(' ') ?? []
  /** Two texts wait for a decision: only the button saves. */
  let paused = form.dataset.state === 'unsaved'
  let saved = now().text
  let doubt: string | undefined
  let busy: Promise<void> | undefined
  let submitted = false
  let timer = 0

  const later = (ms: number) => {
    clearTimeout(timer)
    timer = window.setTimeout(save, ms)
  }
  const keepOrForget = () => (!doubt && now().text === saved ? forget(name) : keep(name, { ...now(), doubt }))

  const save = (leaving?: unknown): Promise<void> => {
    const { text, place } = now()
    if (!busy && !paused && (doubt || (text !== saved && needs.every((one) => new FormData(form).get(one)))))
      busy = send(doubt ?? `${text}&${place}`, leaving === true).finally(() => {
        busy = undefined
      })
    return busy ?? Promise.resolve()
  }

  const send = async (body: string, leaving: boolean): Promise<void> => {
    doubt = body
    keepOrForget()
    try {
      const answer = await fetch(form.getAttribute('action') ?? '', {
        method: 'POST',
        body: new URLSearchParams(body),
        headers: { accept: 'application/json' },
        keepalive: leaving,
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      const isOurs = answer.headers.get('content-type')?.startsWith('application/json')
      // a page where an answer was asked for: somebody else on the line, or an outage
      if (!isOurs && (answer.ok || answer.status > 499)) throw answer
      const unsigned = answer.status === 401 ? words.signedOut : words.refused
      take(answer.status, isOurs ? await answer.json() : { status: unsigned }, body)
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
      name = answer.kept
    }
    if (answer.notice) {
      paused = true
      document.querySelector('.govuk-notification-banner')?.remove()
      document.querySelector('main')?.insertAdjacentHTML('afterbegin', answer.notice)
    }
    if (status === 200) {
      saved = split(new URLSearchParams(body)).text
      if (now().text !== saved) later(PAUSE_MS)
      showFieldTexts(form, answer.problems ?? [], words.error ?? '')
    }
    keepOrForget()
  }

  form.addEventListener('input', () => {
    submitted = false
    keepOrForget()
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
        if (!paused && !doubt) form.submit()
      })
    }
    submitted = true
  })

  const left = kept(name)
  if (left?.text === saved && !paused) forget(name)
  else if (left && !paused) {
    fill(form, left.text)
    tick(form, left.text)
    fill(form, left.place)
    doubt = left.doubt
    say(words.restored)
    later(PAUSE_MS)
  } else if (!paused) say(words.begin)
}
