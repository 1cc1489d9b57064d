import type { Visit } from '../visit.ts'

/** Where a file may be sent, and its largest form: a little more than the largest file that an import takes. */
export const UPLOAD_PATH = '/funding/imports'
export const LARGEST_UPLOAD_BYTES = 2_100_000

/** A file from a form, read as UTF-8 text, and fields beside it; what is missing reads as empty. */
export const readUpload = async <Name extends string>(
  c: Visit,
  file: string,
  names: readonly Name[],
): Promise<{ name: string; text: string; fields: Record<Name, string> }> => {
  const form = await c.req.formData()
  const sent = form.get(file)
  const field = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  return {
    name: typeof sent === 'object' && sent !== null ? sent.name : '',
    text: typeof sent === 'object' && sent !== null ? new TextDecoder().decode(await sent.arrayBuffer()) : (sent ?? ''),
    fields: Object.fromEntries(names.map((name) => [name, field(name)])) as Record<Name, string>,
  }
}
