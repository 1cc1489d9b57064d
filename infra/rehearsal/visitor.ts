import PostalMime from 'postal-mime'
import type { LocalSystem } from '../local/system.ts'

/** Sign-in codes as they arrive by mail, by address. */
export const signInCodes = (system: LocalSystem) => {
  const latest = new Map<string, Buffer>()
  system.onMail(({ to, raw }) => {
    const [address] = to
    if (address) latest.set(address, raw)
  })
  return async (address: string): Promise<string> => {
    await system.settle()
    const raw = latest.get(address)
    const text = raw && (await PostalMime.parse(raw)).text
    const code = text && /\b\d{3}\s?\d{3}\b/.exec(text)?.[0].replace(/\s/, '')
    if (!code) throw new Error(`No sign-in code arrived at ${address}`)
    return code
  }
}

/** Somebody at a browser without JavaScript: the pages are used through their forms, with the cookies they set. */
export class Visitor {
  readonly #cookies = new Map<string, string>()

  constructor(
    readonly webUrl: string,
    readonly address: string,
    readonly codeFor: (address: string) => Promise<string>,
  ) {}

  /** Asks for a code, reads it from the mail and enters it. */
  async signIn(): Promise<void> {
    await this.post('/sign-in', { email: this.address })
    await this.post('/sign-in/code', { code: await this.codeFor(this.address) })
  }

  async page(path: string): Promise<string> {
    return (await this.#request(path)).text()
  }

  /** Sends a form, follows the redirect, and gives the page that came. @throws when the page refuses it */
  async post(path: string, fields: Readonly<Record<string, string>>): Promise<string> {
    const response = await this.#request(path, new URLSearchParams(fields))
    const location = response.headers.get('location')
    if (response.status === 303 && location) return this.page(location)
    const page = await response.text()
    if (!response.ok) throw new Error(`${this.address} was refused at ${path}: ${response.status} ${mistakesOn(page)}`)
    return page
  }

  async #request(path: string, body?: URLSearchParams): Promise<Response> {
    const response = await fetch(new URL(path, this.webUrl), {
      redirect: 'manual',
      headers: {
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        origin: new URL(this.webUrl).origin,
      },
      ...(body === undefined ? {} : { method: 'POST', body }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (name !== undefined) this.#cookies.set(name, value ?? '')
    }
    return response
  }
}

/** The error summary of a page, as text. */
export const mistakesOn = (page: string): string =>
  (/govuk-error-summary[\s\S]*?<\/ul>/.exec(page)?.[0] ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 500)

/** The hidden fields of a page's forms, which a browser sends along. */
export const hiddenFields = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
      /name="([^"]*)"/.exec(input)?.[1] ?? '',
      plain(/value="([^"]*)"/.exec(input)?.[1] ?? ''),
    ]),
  )

const plain = (escaped: string): string =>
  escaped
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** The names of the text areas on a page. */
export const textAreas = (page: string): string[] =>
  [...page.matchAll(/<textarea[^>]*name="([^"]*)"/g)].map(([, name = '']) => plain(name))
