import type { PropsWithChildren } from 'hono/jsx'
import { keptBy } from '../../report-draft/kept-by.ts'
import { useFrame } from '../frame.ts'
import { DraftLine } from './draft-line.tsx'

/** A decision about a report, which only its button sends. With JavaScript, what is typed stays in the browser until it has arrived. */
export const ByHandForm = ({
  action,
  state,
  children,
}: PropsWithChildren<{
  action: string
  /** What became of what stands in it; nothing for a page that was merely opened. */
  state: 'saved' | 'unsaved' | undefined
}>) => {
  const { actor } = useFrame()
  return (
    <form
      method="post"
      action={action}
      novalidate
      autocomplete="off"
      data-kept={actor && `${keptBy(actor)}decision:${action}`}
      data-by-hand
      data-state={state}
    >
      {children}
      <DraftLine byHand />
    </form>
  )
}
