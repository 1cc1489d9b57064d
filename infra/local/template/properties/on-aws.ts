import * as z from 'zod'

/** A property that has meaning on AWS only. Properties that are named nowhere are refused, so that none is silently without effect. */
export const onAws = z.unknown().optional()

/** Numbers and switches may stand as text in a template. */
export const count = z.coerce.number().int().min(0)
export const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])
