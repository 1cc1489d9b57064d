/** The same content as the same text, whatever the order of keys. */
export const canonical = (value: unknown): string => JSON.stringify(sorted(value)) ?? ''

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? {
          object: Object.entries(value)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, part]) => [key, sorted(part)]),
        }
      : value
