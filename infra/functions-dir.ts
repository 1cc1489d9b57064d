import { fileURLToPath } from 'node:url'

/** Where the bundled functions are: the artifact that AWS deploys and the local run runs. */
export const FUNCTIONS_DIR = fileURLToPath(new URL('../dist/functions', import.meta.url))
