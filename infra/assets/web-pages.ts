import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { compileAsync } from 'sass'
import { Refusal } from '../refusal.ts'
import type { AssetFile } from './asset-file.ts'

const STYLES = 'shared/web/styles/app.scss'
const SCRIPT = 'shared/web/browser/app.ts'
const LAO_WEIGHTS = ['400', '700']

/** What serve-web hands to browsers, below `assets/`: one style sheet, one script, the Lao web font. */
export const webPageFiles = async (root: string): Promise<AssetFile[]> => {
  for (const source of [STYLES, SCRIPT]) {
    if (!existsSync(join(root, source))) throw new Refusal(`${source} is missing: serve-web's pages are built from it.`)
  }
  return Promise.all([styleSheet(root), script(root), ...LAO_WEIGHTS.map((weight) => laoFont(root, weight))])
}

const styleSheet = async (root: string): Promise<AssetFile> => {
  const { css } = await compileAsync(join(root, STYLES), {
    loadPaths: [join(root, 'node_modules')],
    style: 'compressed',
    quietDeps: true,
  })
  return { path: 'assets/app.css', contents: Buffer.from(css) }
}

const script = async (root: string): Promise<AssetFile> => {
  const bundle = await rolldown({ cwd: root, input: SCRIPT, platform: 'browser', transform: { target: 'es2020' } })
  const { output } = await bundle.generate({ format: 'esm', minify: true, codeSplitting: false })
  await bundle.close()
  return { path: 'assets/app.js', contents: Buffer.from(output[0].code) }
}

const laoFont = (root: string, weight: string): AssetFile => ({
  path: `assets/noto-sans-lao-${weight}.woff2`,
  from: join(root, 'node_modules/@fontsource/noto-sans-lao/files', `noto-sans-lao-lao-${weight}-normal.woff2`),
})
