import type { PropsWithChildren } from 'hono/jsx'
import { keptBy } from '../../report-draft/kept-by.ts'
import { useFrame } from '../frame.ts'
import { DraftLine } from './draft-line.tsx'

/** A form of a report that only its button saves. With JavaScript, what is typed stays in the browser until it has arrived. */
export const ByHandForm = ({
  action,
  state,
  decision = false,
  afterUnsent = false,
  children,
}: PropsWithChildren<{
  action: string
  /** What became of what stands in it; nothing for a page that was merely opened. */
  state: 'saved' | 'unsaved' | undefined
  /** A decision about the report: no part of what is submitted. */
  decision?: boolean
  /** Not sent while other texts of the report are unsent. */
  afterUnsent?: boolean
}>) => {
  const { actor } = useFrame()
  return (
    <form
      method="post"
      action={action}
      novalidate
      autocomplete="off"
      data-kept={actor && `${keptBy(actor)}${decision ? 'decision:' : ''}${action}`}
      data-by-hand
      data-state={state}
      data-after-unsent={afterUnsent || undefined}
    >
      {children}
      <DraftLine byHand />
    </form>
  )
}
