import { readdirSync } from 'node:fs'
import type { Form } from './form.ts'

const FOLDER = './of-twgs/'

/**
 * Every form there is: what the files of the folder export. A bundle has no folder to read, so its files stand there as imports
 * in place of this one (`infra/assets/form-files.ts`).
 */
export const forms: readonly Form[] = (
  await Promise.all(
    readdirSync(new URL(FOLDER, import.meta.url))
      .toSorted()
      .map(async (name): Promise<Form[]> => Object.values(await import(/* @vite-ignore */ `${FOLDER}${name}`))),
  )
).flat()
