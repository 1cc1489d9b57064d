/** Just enough reading of our own pages for tests: elements with their attributes, and text without tags. */
export interface Element {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const decode = (html: string): string =>
  html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')

export const elements = (html: string, ...tags: string[]): Element[] =>
  [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/g)]
    .map(([, tag = '', attributes = '']) => ({
      tag,
      attributes: Object.fromEntries(
        [...attributes.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, decode(value)]),
      ),
    }))
    .filter(({ tag }) => tags.length === 0 || tags.includes(tag))

export const textOf = (html: string): string => decode(html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ')

/** What stands in the input, select or text area of this name. */
export const typedIn = (html: string, name: string): string | undefined => {
  const area = [...html.matchAll(/<textarea([^>]*)>([^<]*)<\/textarea>/g)].find(([, attributes]) =>
    decode(attributes ?? '').includes(` name="${name}"`),
  )
  if (area) return decode(area[2] ?? '').replace(/^\n/, '')
  return elements(html, 'input').find(({ attributes }) => attributes.name === name)?.attributes.value
}
