/**
 * Seconds until a failed delivery is tried again: 1, 2, 4 … up to `longest`. AWS would wait for the whole visibility timeout each time;
 * nobody at a laptop wants to.
 */
export const retryDelay = (failures: number, longest: number): number =>
  Math.min(2 ** Math.max(0, failures - 1), longest)
