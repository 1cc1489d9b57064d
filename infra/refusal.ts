/** Something the person at the keyboard can mend: shown as its sentence alone, without a stack trace. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly exitCode: number = 1
}

/** Runs a command's body; a refusal ends the process with its sentence on stderr and its exit code. */
export const runCommand = async (body: () => void | Promise<void>): Promise<void> => {
  try {
    await body()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = error.exitCode
  }
}
