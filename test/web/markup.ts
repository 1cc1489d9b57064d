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

const VOID = ['meta', 'link', 'input', 'br', 'img', 'hr']
const LAO = /[\u0e80-\u0eff]/

/** Lao text that no element around it marks as Lao; titles hold no marks, and hidden fields are not read. */
export const unmarkedLao = (html: string): string[] => {
  const around: { readonly tag: string; readonly lang: string | undefined }[] = []
  const found: string[] = []
  for (const [, closing, opening, attributes = '', text] of html.matchAll(
    /<\/([a-z0-9]+)>|<([a-z0-9]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/g,
  )) {
    const lang = / lang="([^"]*)"/.exec(attributes)?.[1] ?? around.at(-1)?.lang
    const isLost = LAO.test(
      attributes.replace(/ (?:data-[a-z]+|id|href|for|aria-[a-z]+|name)="[^"]*"/g, '') + (text ?? ''),
    )
    if (isLost && lang !== 'lo' && !/ type="hidden"/.test(attributes) && around.at(-1)?.tag !== 'title')
      found.push((text ?? attributes).trim())
    if (opening && !VOID.includes(opening)) around.push({ tag: opening, lang })
    if (closing) around.splice(around.findLastIndex(({ tag }) => tag === closing))
  }
  return found
}
