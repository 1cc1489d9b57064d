/** Only web addresses become links; anything else that was typed as one stays text. */
export const isWebAddress = (address: string): boolean => /^https?:\/\/[^\s"'<>\\]+$/i.test(address)
