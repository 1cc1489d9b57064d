/// <reference lib="dom" />
import { forget, keptUnder } from './kept-texts.ts'
import { lineHolds, sayNoLine } from './line.ts'
import { sendKept } from './send-draft.ts'

/**
 * Sends what was not sent yet, then signs out and leaves nothing of the person's behind. What cannot be sent is asked about
 * first; without a line one stays signed in, and the text stays.
 * @param settle sends what stands in the page's own form
 */
export const signOut = async (form: HTMLFormElement, settle?: () => Promise<void>): Promise<void> => {
  const { keptUnder: mine = '', ask } = form.dataset
  if (!(await lineHolds())) return sayNoLine(form)
  await settle?.()
  for (const [name, text] of keptUnder(mine)) if (!text.byHand && (await sendKept(text))) forget(name)
  const left = keptUnder(mine)
  if (left.length > 0 && !confirm(ask)) return
  for (const [name] of left) forget(name)
  form.submit()
}
