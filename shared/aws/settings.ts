import * as z from 'zod'

/** Parses the environment when the function loads, so that a missing variable fails at once and by name. */
export const readSettings = <S extends z.ZodRawShape>(shape: S) => {
  const result = z.object(shape).safeParse(process.env)
  if (result.success) return result.data
  throw new Error(
    `Environment: ${result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`,
  )
}

/** Comma-separated e-mail addresses. */
export const addresses = z.string().transform((list) =>
  list
    .split(',')
    .map((address) => address.trim().toLowerCase())
    .filter(Boolean),
)
