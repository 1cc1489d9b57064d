/// <reference lib="dom" />
/** After this a line counts as lost. */
export const PATIENCE_MS = 20_000

/**
 * Whether the server answers. `navigator.onLine` knows only of the nearest cable, so the smallest request is tried: without body, for
 * this very script, which needs no session.
 */
export const lineHolds = async (): Promise<boolean> => {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const { status } = await fetch(import.meta.url, { method: 'HEAD', cache: 'no-store', signal })
    return status < 500
  } catch {
    return false
  }
}

/** Says on top of the page that there is no line, in the words of the form that was to be sent where it has its own. */
export const sayNoLine = (form: HTMLFormElement): void => {
  document.getElementById('no-line')?.remove()
  const template = document.querySelector<HTMLTemplateElement>('#no-line-notice')
  if (!template) return
  document.querySelector('main')?.prepend(template.content.cloneNode(true))
  const notice = document.getElementById('no-line')
  const { noLine } = form.dataset
  if (noLine) notice?.querySelector('p')?.replaceChildren(noLine)
  notice?.focus()
}
