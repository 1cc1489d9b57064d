/// <reference lib="dom" />
import type { FieldText } from '../report-draft/draft-answer.ts'

const SLOTS = { note: 'app-note', error: 'govuk-error-message' }

/** Whether the text with this id is read out with the field. */
const describe = (input: Element, id: string, is: boolean): void => {
  const described = input.closest('.govuk-radios, .govuk-checkboxes')?.closest('fieldset') ?? input
  const ids = (described.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one && one !== id)
  described.setAttribute('aria-describedby', (is ? [...ids, id] : ids).join(' '))
}

/** What texts stand before. */
const placeOf = (input: Element): Element =>
  input.closest('.govuk-input__wrapper, .govuk-radios, .govuk-checkboxes') ?? input

/** Puts what the quarters before say, as the server writes it, in the place of what stood there for another row. */
export const showPast = (form: HTMLFormElement, past: Readonly<Record<string, string>>): void => {
  for (const old of form.querySelectorAll('.app-past')) {
    const input = document.getElementById(old.id.slice(0, -'-past'.length))
    if (input) describe(input, old.id, false)
    old.remove()
  }
  for (const [name, html] of Object.entries(past)) {
    const input = document.getElementById(name)
    if (!input) continue
    const [note, error] = ['note', 'error'].map((slot) => document.getElementById(`${name}-${slot}`))
    ;(note ?? error ?? placeOf(input)).insertAdjacentHTML('beforebegin', html)
    const said = document.getElementById(`${name}-past`)
    if (said?.tagName === 'DIV') describe(input, said.id, true)
  }
}

/** Puts sentences beside their fields as the server would. A field that nobody has filled in yet is not found fault with. */
export const showFieldTexts = (form: HTMLFormElement, texts: readonly FieldText[], errorPrefix = ''): void => {
  const filled = new FormData(form)
  for (const name of new Set(filled.keys())) {
    const input = document.getElementById(name)
    if (!input) continue
    for (const [slot, className] of Object.entries(SLOTS)) {
      const id = `${name}-${slot}`
      const old = document.getElementById(id)
      const found = texts.find((one) => one.field === name && one.slot === slot)
      const text = old || filled.get(name) ? found?.text : ''
      if (!old && !text) continue
      describe(input, id, !!text)
      old?.remove()
      if (text) {
        const sentence = document.createElement('p')
        sentence.id = id
        sentence.className = className
        if (slot === 'error') {
          sentence.innerHTML = '<span class="govuk-visually-hidden"></span> '
          sentence.children[0]?.append(errorPrefix)
        }
        sentence.append(text)
        placeOf(input).before(sentence)
      }
      if (slot === 'error') {
        input.classList.toggle(`${input.classList[0]}--error`, !!text)
        input.closest('.govuk-form-group')?.classList.toggle('govuk-form-group--error', !!text)
      }
    }
  }
}
