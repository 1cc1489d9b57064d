import type { Child } from 'hono/jsx'
import { useFrame } from './frame.ts'

/** Lao script, with the spaces, digits and marks between two words of it. */
const LAO_RUNS = /([\u0e80-\u0eff]+(?:[\s\d.,;:()/·-]+[\u0e80-\u0eff]+)*)/

/** A sentence of ours that may quote Lao: what is Lao in it is marked as such. What people typed alone is `Words`. */
export const MixedText = ({ text }: { text: string }) => {
  if (useFrame().language === 'lo') return <>{text}</>
  return <>{text.split(LAO_RUNS).map((run, place) => (place % 2 === 1 ? <span lang="lo">{run}</span> : run))}</>
}

/** The same for what may be markup already. */
export const mixed = (child: Child): Child => (typeof child === 'string' ? <MixedText text={child} /> : child)
