import { areaOf, everyArea } from '#shared/web/areas.ts'
import type { Web } from '#shared/web/visit.ts'

export interface Route {
  readonly method: 'GET' | 'POST'
  /** Without the patterns of its parameters: `/reports/:round/:twg`. */
  readonly path: string
  readonly open: boolean
}

const withoutPatterns = (path: string): string => {
  const shorter = path.replace(/\{[^{}]*\}/g, '')
  return shorter === path ? path : withoutPatterns(shorter)
}

/** Every route of the pages, asked from the apps themselves; the assets belong to no area. */
export const everyRoute = async (web: Web): Promise<Route[]> => {
  const areas = await Promise.all(everyArea().map(async (routes) => (await routes())(web).routes))
  const found = areas.flat().map(({ method, path }) => `${method} ${withoutPatterns(path).replace(/(.)\/$/, '$1')}`)
  return [...new Set([...found, 'GET /assets/:name'])].map((name) => {
    const [method, path = ''] = name.split(' ')
    if (method !== 'GET' && method !== 'POST') throw new Error(`A route answers to ${method}: ${path}`)
    return { method, path, open: areaOf(path).open }
  })
}
