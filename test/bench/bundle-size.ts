import type { FunctionName } from '#functions/names.ts'
import type { BundledFunction } from '#infra/bundle.ts'
import type { Figure } from './figure.ts'

const KB = 1000
const MOST_KB: Partial<Record<FunctionName, number>> = { 'serve-web': 900, 'send-mail': 850, 'relay-events': 500 }

/** The minified JavaScript that each function reads at every cold start; what it loads only when used stands beside. */
export const bundleSizes = (bundled: readonly BundledFunction[]): Figure[] =>
  bundled.map(({ name, startBytes, lazyBytes }) => {
    const atMost = MOST_KB[name]
    return {
      name: `bundle, ${name}`,
      value: startBytes / KB,
      unit: 'KB',
      ...(atMost === undefined ? {} : { budget: { atMost } }),
      ...(lazyBytes === 0 ? {} : { detail: `and ${(lazyBytes / KB).toFixed(0)} KB when used` }),
    }
  })
