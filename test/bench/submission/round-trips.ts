import type { StoreCall } from './store-recorder.ts'

/**
 * Calls grouped into round trips: calls that were all under way at one moment are one, a call that waited for another's
 * answer begins the next. Their number is the length of the longest chain of calls after calls.
 */
export const roundTrips = (calls: readonly StoreCall[]): StoreCall[][] => {
  const trips: StoreCall[][] = []
  let firstAnswer = Number.NEGATIVE_INFINITY
  for (const call of calls.toSorted((a, b) => a.start - b.start)) {
    if (call.start >= firstAnswer) {
      trips.push([])
      firstAnswer = call.end
    }
    trips.at(-1)?.push(call)
    firstAnswer = Math.min(firstAnswer, call.end)
  }
  return trips
}
