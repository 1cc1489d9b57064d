import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { webPageFiles } from '#infra/assets/web-pages.ts'
import type { Assets } from '#shared/web/assets.ts'
import { CHROMIUM, openBrowser } from '../fixtures/system.ts'
import type { FakeState } from './fake-services.ts'
import { ORIGIN, type Visitor, visitor } from './visitor.ts'

/** Why the pages cannot be tried in a browser on this machine, or undefined when they can. */
export const noBrowser = existsSync(CHROMIUM) ? undefined : `skipped: there is no Chromium at ${CHROMIUM}`

const CONTENT_TYPES: Readonly<Record<string, string>> = { css: 'text/css', js: 'text/javascript', woff2: 'font/woff2' }

/** The built style sheet, script and fonts. */
const builtAssets = async (): Promise<Assets> => {
  const files = await webPageFiles(fileURLToPath(new URL('../..', import.meta.url)))
  return (name) => {
    const file = files.find(({ path }) => path === `assets/${name}`)
    return (
      file && {
        bytes: Uint8Array.from('contents' in file ? file.contents : readFileSync(file.from)),
        contentType: CONTENT_TYPES[name.split('.').at(-1) ?? ''] ?? '',
      }
    )
  }
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** The pages over HTTP, for one visitor whose cookies stay here. */
const serve = async ({ send }: Visitor) => {
  const line = { isCut: false, refusedAt: 0 }
  const server = createServer(async (request, answer) => {
    if (line.isCut) {
      line.refusedAt = Date.now()
      return request.destroy()
    }
    const { method = 'GET', url = '/', headers } = request
    const { origin, accept = '', 'content-type': type = '' } = headers
    const body = await bodyOf(request)
    const own = { accept, ...(origin ? { origin: ORIGIN, 'content-type': type } : {}) }
    const from = await send(url, { method, headers: own, ...(body.length > 0 ? { body: Uint8Array.from(body) } : {}) })
    answer.writeHead(from.status, Object.fromEntries(from.headers))
    answer.end(Buffer.from(await from.arrayBuffer()))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, line, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** Somebody at the built pages, in a real browser, before services in memory. */
export interface AtBrowser {
  readonly state: FakeState
  readonly page: Page
  readonly url: string
  /** The texts that the browser keeps, by name. */
  kept(): Promise<string[]>
  cutLine(isCut: boolean): Promise<void>
  /** The line is cut further away: the browser goes on believing in it. */
  dropLine(isCut: boolean): Promise<void>
  /** Leaves the page while the line is cut; what it sends as it is left is lost, however late it comes. */
  leaveCut(): Promise<void>
  end(): Promise<void>
}

/** What a page sends as it is left comes at once on a quiet machine. Some pages send nothing. */
const LEAVING_MS = 3000
/** A request that breaks on a connection which was open already is sent once more by the browser itself. */
const AGAIN_MS = 300

const atBrowser = async (
  browser: Browser,
  assets: Assets,
  own: Partial<FakeState> = {},
  width = 360,
): Promise<AtBrowser> => {
  const someone = visitor(own, { assets })
  const { server, line, url } = await serve(someone)
  const context = await browser.newContext({ viewport: { width, height: 740 }, baseURL: url })
  const page = await context.newPage()
  return {
    state: someone.state,
    page,
    url,
    kept: () => page.evaluate(() => Object.keys(localStorage)),
    // what a page sends as it is left passes by the browser's own switch
    cutLine: (isCut) => {
      line.isCut = isCut
      return context.setOffline(isCut)
    },
    dropLine: async (isCut) => {
      line.isCut = isCut
      if (isCut) server.closeAllConnections()
    },
    leaveCut: async () => {
      const begun = Date.now()
      line.refusedAt = Number.POSITIVE_INFINITY
      await page.goto('about:blank')
      while (Date.now() < Math.min(line.refusedAt + AGAIN_MS, begun + LEAVING_MS)) await setTimeout(20)
    },
    end: async () => {
      await context.close()
      server.closeAllConnections()
      server.close()
    },
  }
}

/** A browser for the tests of one file. @returns opens the pages for one more visitor, who is gone when the tests are over */
export const inBrowser = (): ((own?: Partial<FakeState>, width?: number) => Promise<AtBrowser>) => {
  let browser: Browser | undefined
  let assets: Assets
  const open: AtBrowser[] = []
  beforeAll(async () => {
    assets = await builtAssets()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await Promise.all(open.map(({ end }) => end()))
    await browser?.close()
  })
  return async (own, width) => {
    if (!browser) throw new Error('The browser opens with the first test')
    const one = await atBrowser(browser, assets, own, width)
    open.push(one)
    return one
  }
}
