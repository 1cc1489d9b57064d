import { createHash } from 'node:crypto'

export interface Asset {
  readonly bytes: Uint8Array
  readonly contentType: string
}

/** The built files that pages link to, by name: `app.css`, `app.js`, the two Lao fonts. */
export type Assets = (name: string) => Asset | undefined

const YEAR_SECONDS = 31_536_000
const DAY_SECONDS = 86_400

/** A link's query holds the content's hash, so that a browser may keep the file for ever and still sees a new one at once. */
export const assetLinks = (assets: Assets): ((name: string) => string) => {
  const links = new Map<string, string>()
  return (name) => {
    const known = links.get(name)
    if (known) return known
    const asset = assets(name)
    const version = asset ? `?v=${createHash('sha256').update(asset.bytes).digest('hex').slice(0, 12)}` : ''
    links.set(name, `/assets/${name}${version}`)
    return `/assets/${name}${version}`
  }
}

/** @param versioned asked for with a content hash; the fonts are named by the stylesheet without one */
export const assetResponse = (asset: Asset, versioned: boolean): Response =>
  new Response(Uint8Array.from(asset.bytes), {
    headers: {
      'content-type': asset.contentType,
      'cache-control': versioned ? `public, max-age=${YEAR_SECONDS}, immutable` : `public, max-age=${DAY_SECONDS}`,
    },
  })
