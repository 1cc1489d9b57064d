/** Markup that is known to be safe: made only by the `html` tag. */
export class Html {
  constructor(readonly markup: string) {}
}

export type HtmlPart = string | number | Html | readonly HtmlPart[] | undefined

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** For text and for attribute values in quotes. Control characters, which HTML does not allow, are dropped. */
const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '').replace(/(?![\t\n\r])\p{Cc}/gu, '')

const markupOf = (part: HtmlPart): string => {
  if (part === undefined) return ''
  if (part instanceof Html) return part.markup
  if (typeof part === 'object') return part.map(markupOf).join('')
  return escapeHtml(String(part))
}

/**
 * A template that escapes everything put into it; only the result of another `html` template goes in as markup.
 * @example html`<p title="${name}">${text}</p>`
 */
export const html = (literals: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html =>
  new Html(literals.reduce((out, literal, index) => out + markupOf(parts[index - 1]) + literal))
