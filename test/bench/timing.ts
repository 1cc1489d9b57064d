/** Milliseconds until `work` is done. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`

/**
 * Times the ways in turn, `runs` times each, so that whatever else the machine does falls on all of them alike.
 * Every second run goes in the opposite order: none is always the one that comes after a rest.
 * @returns the median milliseconds of each way, in the order given
 */
export const interleaved = async (ways: readonly (() => Promise<number>)[], runs: number): Promise<number[]> => {
  const times = ways.map((): number[] => [])
  for (let run = 0; run < runs; run++) {
    const order = ways.map((_, index) => index)
    for (const index of run % 2 === 0 ? order : order.reverse())
      times[index]?.push((await ways[index]?.()) ?? Number.NaN)
  }
  return times.map(median)
}
