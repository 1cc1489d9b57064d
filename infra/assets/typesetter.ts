import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../refusal.ts'
import { type AssetFile, folderFiles } from './asset-file.ts'

/** The Typst compiler is native code: it cannot be bundled and travels beside the handler. */
export const TYPST = '@myriaddreamin/typst-ts-node-compiler'
/** Lambda's platform, whatever machine builds the asset. */
const TYPST_FOR_LAMBDA = `${TYPST}-linux-x64-gnu`

/** The typefaces of a brief, within `@expo-google-fonts`. */
export const FONTS = [
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf',
  'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'noto-sans-lao/400Regular/NotoSansLao_400Regular.ttf',
  'noto-sans-lao/700Bold/NotoSansLao_700Bold.ttf',
]

/**
 * What compile-brief sets PDFs with: `node_modules/` with Typst for Lambda, `fonts/` with the typefaces
 * and `templates/` with the sheets of a brief.
 * @throws Refusal where npm left out the Linux binary, as it does on other platforms
 */
export const typesetterFiles = async (root: string): Promise<AssetFile[]> => {
  const modules = join(root, 'node_modules')
  if (!existsSync(join(modules, TYPST_FOR_LAMBDA))) {
    const { version } = JSON.parse(await readFile(join(modules, TYPST, 'package.json'), 'utf8'))
    throw new Refusal(
      `compile-brief needs Typst for Linux, which npm leaves out on this platform: run "npm install --no-save --force ${TYPST_FOR_LAMBDA}@${version}" once.`,
    )
  }
  const packages = [TYPST, TYPST_FOR_LAMBDA].map((name) => folderFiles(join(modules, name), `node_modules/${name}`))
  const fonts = FONTS.map((font) => ({
    path: `fonts/${font.slice(font.lastIndexOf('/') + 1)}`,
    from: join(modules, '@expo-google-fonts', font),
  }))
  const templates = folderFiles(join(root, 'shared/render/pdf'), 'templates', (path) => path.endsWith('.typ'))
  return [...(await Promise.all([...packages, templates])).flat(), ...fonts]
}
