/// <reference lib="dom" />
import { lineHolds, sayNoLine } from './line.ts'

/** On a bad line people press twice: the second press is swallowed while the first is on its way. */
const PATIENCE_MS = 3000

/**
 * Lets a form go once the line answers, so that nobody ends on the browser's own page of a lost line with their text behind them. A form
 * that hears `linelost` and prevents it says so itself.
 */
export const sendForms = (): void => {
  const sentAt = new WeakMap<EventTarget, number>()
  const asking = new WeakSet<EventTarget>()
  const answered = new WeakSet<EventTarget>()

  const goOnceAnswered = async (form: HTMLFormElement, button: HTMLElement | null): Promise<void> => {
    asking.add(form)
    const holds = await lineHolds()
    asking.delete(form)
    if (holds) {
      answered.add(form)
      form.requestSubmit(button)
    } else if (form.dispatchEvent(new Event('linelost', { cancelable: true }))) sayNoLine(form)
  }

  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (event.defaultPrevented || form.getAttribute('method') !== 'post') return
    if (answered.delete(form)) {
      sentAt.set(form, event.timeStamp)
      return
    }
    event.preventDefault()
    const before = sentAt.get(form)
    const isOnItsWay = before !== undefined && event.timeStamp - before < PATIENCE_MS
    if (!isOnItsWay && !asking.has(form)) void goOnceAnswered(form, event.submitter)
  })
}
