/// <reference lib="dom" />
import type { DraftAnswer } from '../report-draft/draft-answer.ts'
import type { KeptText } from './kept-texts.ts'
import { PATIENCE_MS } from './line.ts'

interface Answered {
  readonly status: number
  /** Nothing where a page answered: the session has ended, or the text is refused before it is read. */
  readonly answer?: DraftAnswer
}

/** @param leaving the page is being left: the request outlives it. @throws where the line is lost, or what answers is not ours */
export const sendDraft = async (action: string, body: string, leaving = false): Promise<Answered> => {
  const answer = await fetch(action, {
    method: 'POST',
    body: new URLSearchParams(body),
    headers: { accept: 'application/json' },
    keepalive: leaving,
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  if (answer.headers.get('content-type')?.startsWith('application/json'))
    return { status: answer.status, answer: await answer.json() }
  // a page where an answer was asked for: somebody else on the line, or an outage
  if (answer.ok || answer.status > 499) throw answer
  return { status: answer.status }
}

/** Sends what was kept: first, word for word, what may have arrived. @returns whether all of it is saved */
export const sendKept = async ({ action, text, place, doubt }: KeptText): Promise<boolean> => {
  try {
    const first = doubt === undefined ? undefined : await sendDraft(action, doubt)
    if (first && first.status !== 200) return false
    const { hidden, action: now = action } = first?.answer ?? {}
    return (await sendDraft(now, `${text}&${hidden ? new URLSearchParams(hidden) : place}`)).status === 200
  } catch {
    return false
  }
}
