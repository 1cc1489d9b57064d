import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { RolldownPlugin } from 'rolldown'

const FOLDER = 'of-twgs'

/** Writes the folder of report forms out as imports: a bundle starts without reading folders, and a form is added by its file alone. */
export const formFiles: RolldownPlugin = {
  name: 'form-files',
  load: {
    filter: { id: /[\\/]shared[\\/]domain[\\/]forms[\\/]every-form\.ts$/ },
    handler: (id) => {
      const files = readdirSync(join(dirname(id), FOLDER)).toSorted()
      const imports = files.map((name, index) => `import * as form${index} from './${FOLDER}/${name}'`)
      const all = files.map((_, index) => `...Object.values(form${index})`)
      return { code: [...imports, `export const forms = [${all.join(', ')}]`].join('\n'), moduleType: 'js' }
    },
  },
}
