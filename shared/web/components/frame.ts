import { createContext, useContext } from 'hono/jsx'
import type { Actor, Language } from '#shared/domain/contact.ts'
import type { Instant } from '#shared/domain/dates.ts'
import type { Sector } from '#shared/sector/schema.ts'
import type { Messages } from '../messages/index.ts'

/** What any component may need of the visit: the reader's language and messages, the sector, who is signed in. */
export interface Frame {
  readonly language: Language
  readonly t: Messages
  readonly sector: Sector
  /** Its addresses. */
  readonly secretariat: readonly string[]
  readonly now: Instant
  readonly path: string
  readonly actor: Actor | undefined
  /** The address of an asset, with its content hash. */
  readonly asset: (name: string) => string
}

export const FrameContext = createContext<Frame | undefined>(undefined)

export const useFrame = (): Frame => {
  const frame = useContext(FrameContext)
  if (!frame) throw new Error('A component was rendered outside a page: use show()')
  return frame
}
