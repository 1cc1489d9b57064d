import type { Actor } from '#shared/domain/contact.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'

/**
 * How the names begin under which a browser keeps somebody's unsent texts: a digest of the writer, so that nobody else who signs in
 * there is shown them.
 */
export const keptBy = ({ contact }: Actor): string => `draft:${fingerprint('kept', contact.id).slice(0, 16)}:`
