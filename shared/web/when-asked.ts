/** A use case that is loaded at its first call and kept. */
export const whenAsked = <A extends unknown[], R>(load: () => Promise<(...asked: A) => Promise<R>>) => {
  let loaded: ReturnType<typeof load> | undefined
  return async (...asked: A): Promise<R> => {
    loaded ??= load()
    return (await loaded)(...asked)
  }
}
